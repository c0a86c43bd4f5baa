import { clauseCited } from '../../model/clauses.ts';
import { tallyOf } from './projects.ts';
import type { Tally } from './projects.ts';
import type { Row } from './row.ts';

export interface Heading {
  slug: string;
  text: string;
}

/** The heading a project cites, for a link `#slug` into its plan. */
export const clauseOf = <H extends Heading>(
  { data }: Row<'projects'>,
  headings: readonly H[],
): H | undefined => (data.clause === undefined ? undefined : clauseCited(headings, data.clause));

export interface PlanProgress<P> {
  /** Clauses with projects, in the order of the text. Those without are left out: not every clause asks for one. */
  clauses: { heading: Heading; projects: P[] }[];
  tally: Tally;
}

/** Rule: a plan is as far as the projects that cite it; nobody types a per cent. */
export function planProgress<P extends Row<'projects'>>(
  plan: Pick<Row<'documents'>, 'slug'>,
  headings: readonly Heading[],
  projects: readonly P[],
  today: string,
): PlanProgress<P> {
  const citing = projects.filter(({ data }) => data.plan === plan.slug);
  const byClause = Map.groupBy(citing, (project) => clauseOf(project, headings)?.slug);
  return {
    clauses: headings
      .map((heading) => ({ heading, projects: byClause.get(heading.slug) ?? [] }))
      .filter((clause) => clause.projects.length > 0),
    tally: tallyOf(citing, today),
  };
}
