import type { Part, Row } from '../row.ts';

interface Term {
  since: string;
  until?: string;
}

/** Rule: held from its first day on; on its last day the seat has passed to whoever follows. */
export const isHeld = ({ since, until }: Term, day: string): boolean =>
  since <= day && (until === undefined || until > day);

/** Rule: the seats of a joint body on a day, and those it had before, latest ending first. */
export function seatsHeldOn(
  { data }: Row<'orgs'>,
  day: string,
): { now: Part<'orgs', 'seats'>[]; before: Part<'orgs', 'seats'>[] } {
  const seats = data.seats ?? [];
  return {
    now: seats.filter((seat) => isHeld(seat, day)),
    before: seats
      .filter(({ until }) => until !== undefined && until <= day)
      .sort((a, b) => (b.until ?? '').localeCompare(a.until ?? '')),
  };
}
