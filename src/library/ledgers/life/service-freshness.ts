import { daysBetween } from '../../../model/calendar-days.ts';
import type { Row } from '../row.ts';

/** Hours and prices count as outdated this many days after they were last verified. */
export const freshDays = 90;

export interface Freshness {
  daysSince: number;
  /** Readers see a note to telephone first. */
  stale: boolean;
}

/** Rule: fresh up to the 90th day after it was verified, stale from the 91st. */
export function freshnessOf({ data }: Row<'services'>, today: string): Freshness {
  const daysSince = daysBetween(data.verified, today);
  return { daysSince, stale: daysSince > freshDays };
}
