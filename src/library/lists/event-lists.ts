import type { APIContext } from 'astro';
import { absolute } from '../../site/base-path.ts';
import { calendarFile } from '../feeds/calendar-file.ts';
import { isCancelled, upcoming } from '../ledgers/life/event-days.ts';
import { allOf, siteSettings } from '../entries/queries.ts';
import type { Article } from '../entries/article.ts';

type Event = Article<'events'>;

/** Upcoming events, nearest first; upcoming but cancelled ones; and past ones, newest first. */
export function agendaOf(
  events: readonly Event[],
  today: string,
): { coming: Event[]; cancelled: Event[]; past: Event[] } {
  const ahead = upcoming(events, today);
  const rest = new Set(ahead);
  return {
    coming: ahead.filter((event) => !isCancelled(event)),
    cancelled: ahead.filter(isCancelled),
    past: events.filter((event) => !rest.has(event)).sort((a, b) => b.data.start.localeCompare(a.data.start)),
  };
}

/** Events hosted by a unit. */
export const eventsOfOrg = async (org: string): Promise<Event[]> =>
  (await allOf('events')).filter(({ data }) => data.orgs.includes(org));

export const eventsOfSeries = async (series: string): Promise<Event[]> =>
  (await allOf('events')).filter((event) => event.data.series === series);

/** Events as a file that calendar programs can subscribe to. */
export async function calendarResponse(
  { site = new URL('http://localhost/') }: Pick<APIContext, 'site'>,
  events: readonly Event[],
  part?: string,
): Promise<Response> {
  const [{ data }, orgs] = await Promise.all([siteSettings(), allOf('orgs')]);
  const text = calendarFile(
    events.toSorted((a, b) => a.data.start.localeCompare(b.data.start)),
    {
      name: part === undefined ? `${data.title}·活动` : `${data.title}·${part}`,
      description: part === undefined ? '全部活动预告' : `${part}的活动预告`,
      site,
      pageOf: ({ address }) => absolute(address, site),
      orgNames: new Map(orgs.map((org) => [org.slug, org.data.title])),
    },
  );
  return new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
}
