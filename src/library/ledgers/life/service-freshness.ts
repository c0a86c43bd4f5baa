import { daysBetween } from '../../../model/calendar-days.ts';
import type { Row } from '../row.ts';

/** So many days after somebody last asked, hours and prices are taken for old. */
export const freshDays = 90;

export interface Freshness {
  daysSince: number;
  /** Readers are told to ring first. */
  stale: boolean;
}

/** Rule: fresh up to the 90th day after it was verified, stale from the 91st. */
export function freshnessOf({ data }: Row<'services'>, today: string): Freshness {
  const daysSince = daysBetween(data.verified, today);
  return { daysSince, stale: daysSince > freshDays };
}
