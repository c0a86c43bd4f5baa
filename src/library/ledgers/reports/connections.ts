import { itemsOf } from '../joint/agreement-terms.ts';
import type { Item } from '../joint/agreement-terms.ts';
import { decisionsOf } from '../joint/decision-states.ts';
import type { Decision } from '../joint/decision-states.ts';
import type { Ledgers, Row } from '../row.ts';

/**
 * Editors enter a relation on one side only. These functions find the other direction, so a page shows what refers to
 * it, and readers can follow meeting -> decision -> project -> activity -> result both ways.
 */

export interface ProjectConnections {
  items: Item[];
  needs: Row<'needs'>[];
  decisions: Decision[];
  activities: Row<'activities'>[];
  concerns: Row<'concerns'>[];
  deliberations: Row<'deliberations'>[];
  cases: Row<'cases'>[];
  posts: Row<'posts'>[];
}

/** Rule: everything that names this project. */
export function aboutProject(slug: string, ledgers: Ledgers): ProjectConnections {
  const naming = <R extends { data: { project?: string } }>(rows: readonly R[]): R[] =>
    rows.filter(({ data }) => data.project === slug);
  return {
    items: itemsOf(ledgers.agreements).filter(({ project }) => project === slug),
    needs: naming(ledgers.needs),
    decisions: decisionsOf(ledgers.meetings).filter(({ project }) => project === slug),
    activities: ledgers.activities.filter(({ data }) => data.projects?.includes(slug)),
    concerns: naming(ledgers.concerns),
    deliberations: naming(ledgers.deliberations),
    cases: naming(ledgers.cases),
    posts: naming(ledgers.posts),
  };
}

/** Rule: the meetings, needs and deliberations that name a concern. */
export function aboutConcern(
  slug: string,
  { meetings, needs, deliberations }: Ledgers,
): { meetings: Row<'meetings'>[]; needs: Row<'needs'>[]; deliberations: Row<'deliberations'>[] } {
  const naming = <R extends { data: { concerns?: readonly string[] } }>(rows: readonly R[]): R[] =>
    rows.filter(({ data }) => data.concerns?.includes(slug));
  return { meetings: naming(meetings), needs: naming(needs), deliberations: naming(deliberations) };
}

/** Rule: reports and announcements of a series. */
export const aboutSeries = (
  slug: string,
  { activities, events }: Ledgers,
): { activities: Row<'activities'>[]; events: Row<'events'>[] } => ({
  activities: activities.filter(({ data }) => data.series === slug),
  events: events.filter(({ data }) => data.series === slug),
});

/** Rule: the event that names an activity as its report. */
export const announcementOf = (activity: string, { events }: Ledgers): Row<'events'> | undefined =>
  events.find(({ data }) => data.report === activity);

export interface Mention {
  title: string;
  address: string;
}

/**
 * Rule: every entry that names a page as its evidence, by the address of that page. Leads from an activity back to
 * the project stage it proves.
 */
export function mentionsIn(ledgers: Ledgers): Map<string, Mention[]> {
  const rows = Object.values(ledgers).flat() as { address: string; data: { title: string } }[];
  const mentions = new Map<string, Mention[]>();
  for (const { address, data } of rows) {
    for (const page of new Set(evidenceIn(data).map((each) => each.split('#', 1)[0] ?? ''))) {
      mentions.set(page, [...(mentions.get(page) ?? []), { title: data.title, address }]);
    }
  }
  return mentions;
}

/** The values of fields named `evidence` or `outcomeEvidence`, at any depth. */
function evidenceIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(evidenceIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    /evidence$/i.test(key) && typeof inner === 'string' ? [inner] : evidenceIn(inner),
  );
}
