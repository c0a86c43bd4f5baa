export interface ReportRow {
  label: string;
  /** Undefined if a static site has nothing to count; `rule` then says why. */
  value: number | undefined;
  unit: string;
  rule: string;
  /** The list to check it in. */
  address?: string;
}
export interface ReportPart {
  label: string;
  rows: ReportRow[];
}

/** The days of a year so far. */
export interface Period {
  from: string;
  until: string;
  holds(dayOrMoment: string | undefined): boolean;
}

export function periodOf(year: string, today: string): Period {
  const [from, last] = [`${year}-01-01`, `${year}-12-31`];
  const until = last < today ? last : today;
  const holds = (day: string | undefined): boolean =>
    day !== undefined && day.slice(0, 10) >= from && day.slice(0, 10) <= until;
  return { from, until, holds };
}
