import type { Part, Row } from '../row.ts';

interface TermOfOffice {
  since: string;
  until?: string;
}

/** Rule: held from the first day on; the last day belongs to the next holder. */
export const isHeld = ({ since, until }: TermOfOffice, day: string): boolean =>
  since <= day && (until === undefined || until > day);

/** Rule: the seats of a joint body on a day, and the former ones, latest end first. */
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
