import type { Article } from '../entries/article.ts';
import { allOf } from '../entries/queries.ts';

export interface Seat {
  /** The other unit: the member of a body, or the body of a member. */
  org: Article<'orgs'>;
  role: string;
  since: string;
  until?: string | undefined;
}

/** Members of a joint body, current ones first. */
export async function membersOf(body: Article<'orgs'>): Promise<Seat[]> {
  const orgs = new Map((await allOf('orgs')).map((org) => [org.slug, org]));
  const seats = (body.data.seats ?? []).flatMap((seat) => {
    const org = orgs.get(seat.org);
    return org ? [{ ...seat, org }] : [];
  });
  return seats.sort(sittingFirst);
}

/** The same from the member's side: joint bodies in which a unit has or had a seat. */
export async function seatsOf(member: string): Promise<Seat[]> {
  const orgs = await allOf('orgs');
  return orgs
    .flatMap((org) => (org.data.seats ?? []).map((seat) => ({ ...seat, org, member: seat.org })))
    .filter((seat) => seat.member === member)
    .sort(sittingFirst);
}

const sittingFirst = (a: Seat, b: Seat): number =>
  (b.until ?? '9999').localeCompare(a.until ?? '9999') || a.since.localeCompare(b.since);
