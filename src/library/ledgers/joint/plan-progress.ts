import { citedClause } from '../../../model/citations/cited-clause.ts';
import { citationsOf } from '../../../model/citations/project-citations.ts';
import { tallyOf } from './project-progress.ts';
import type { Tally } from './project-progress.ts';
import type { Heading } from '../../entries/table-of-contents.ts';
import type { Row } from '../row.ts';

export interface Clause<P> {
  heading: Heading;
  /** Has headings below it, which are then the clauses. */
  group: boolean;
  projects: P[];
}

export interface PlanProgress<P> {
  /** Every heading of the plan in order, with the projects that carry it out. */
  clauses: Clause<P>[];
  /** Of the projects; each counts once, even if it carries out several clauses. */
  tally: Tally;
}

/** Rule: computed from the projects that cite the plan, never typed. Clauses without a project are included. */
export function planProgress<P extends Row<'projects'>>(
  plan: Pick<Row<'documents'>, 'slug'>,
  headings: readonly Heading[],
  projects: readonly P[],
  today: string,
): PlanProgress<P> {
  const byClause = new Map<string, P[]>();
  const citing = new Set<P>();
  for (const project of projects) {
    for (const { plan: cited, clause } of citationsOf(project.data)) {
      if (cited !== plan.slug) continue;
      citing.add(project);
      const slug = clause === undefined ? undefined : citedClause(headings, clause)?.slug;
      if (slug !== undefined) byClause.set(slug, [...(byClause.get(slug) ?? []), project]);
    }
  }
  return {
    clauses: headings.map((heading, index) => ({
      heading,
      group: (headings[index + 1]?.depth ?? 0) > heading.depth,
      projects: byClause.get(heading.slug) ?? [],
    })),
    tally: tallyOf([...citing], today),
  };
}
