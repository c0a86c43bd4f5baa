import { columnsNamed } from '../../../model/files/csv.ts';
import type { Table } from '../../../model/files/csv.ts';
import type { Part, Row } from '../row.ts';

interface Superseding {
  slug: string;
  data: { issued: string; supersedes?: readonly string[] };
}

/** Rule: all documents connected by “replaces” in either direction, including this one, oldest first. */
export function chainOf<D extends Superseding>(document: D, documents: readonly D[]): D[] {
  const chain = new Set<D>([document]);
  // The set grows during the loop, and the loop also visits what is added.
  for (const each of chain) {
    for (const other of documents) {
      const linked = each.data.supersedes?.includes(other.slug) || other.data.supersedes?.includes(each.slug);
      if (linked && other.slug !== document.slug) chain.add(other);
    }
  }
  return [...chain].sort((a, b) => a.data.issued.localeCompare(b.data.issued));
}

/** Rule: the documents that replaced this one. */
export const successorsAmong = <D extends Superseding>(document: D, documents: readonly D[]): D[] =>
  documents.filter(({ data }) => data.supersedes?.includes(document.slug));

export interface ChartData {
  labels: string[];
  series: { name: string; values: number[] }[];
}

/** Rule: the named columns of the table. The checker has made sure that they exist and contain numbers. */
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

/** Rule: documents in force come first, then revised and repealed ones; each newest first. */
export const inForceFirst = <D extends Row<'documents'>>(documents: readonly D[]): D[] =>
  documents.toSorted(
    (a, b) =>
      Number(b.data.validity === 'current') - Number(a.data.validity === 'current') ||
      b.data.issued.localeCompare(a.data.issued),
  );
