import { columnsNamed } from '../../../model/files/csv.ts';
import type { Table } from '../../../model/files/csv.ts';
import type { Part, Row } from '../row.ts';

interface Superseding {
  slug: string;
  data: { issued: string; supersedes?: readonly string[] };
}

/** Rule: everything that can be reached by “replaces” in either direction, the document itself included, oldest first. */
export function chainOf<D extends Superseding>(document: D, documents: readonly D[]): D[] {
  const chain = new Set<D>([document]);
  // The set grows while it is walked: what is added is walked too.
  for (const each of chain) {
    for (const other of documents) {
      const linked = each.data.supersedes?.includes(other.slug) || other.data.supersedes?.includes(each.slug);
      if (linked && other.slug !== document.slug) chain.add(other);
    }
  }
  return [...chain].sort((a, b) => a.data.issued.localeCompare(b.data.issued));
}

/** Rule: the documents that took this one's place. */
export const successorsAmong = <D extends Superseding>(document: D, documents: readonly D[]): D[] =>
  documents.filter(({ data }) => data.supersedes?.includes(document.slug));

export interface ChartData {
  labels: string[];
  series: { name: string; values: number[] }[];
}

/** Rule: the named columns of the table, in its order. The checker has seen that they are there and hold numbers. */
export function chartData(chart: Part<'documents', 'charts'>, { columns, rows }: Table): ChartData {
  const column = (name: string): string[] => {
    const index = columns.indexOf(name.trim());
    if (index < 0) throw new Error(`The table has no column "${name}"; the checker should have said so.`);
    return rows.map((row) => row[index] ?? '');
  };
  return {
    labels: column(chart.labels),
    series: columnsNamed(chart.values).map((name) => ({ name, values: column(name).map(Number) })),
  };
}

/** Rule: in force, by kind and newest first; what was revised or repealed follows behind. */
export const inForceFirst = <D extends Row<'documents'>>(documents: readonly D[]): D[] =>
  documents.toSorted(
    (a, b) =>
      Number(b.data.validity === 'current') - Number(a.data.validity === 'current') ||
      b.data.issued.localeCompare(a.data.issued),
  );
