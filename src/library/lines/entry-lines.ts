/** A state in a word, and how it is coloured. The word says it; the colour only helps. */
export interface Mark {
  word: string;
  tone: 'good' | 'caution' | 'plain';
  /** Days or hours in which it holds, `/2026-11-30`, and what is said at others: see `readers-day.js`. */
  holds?: string;
  then?: string;
}

/** A word that holds for some time only, `2026-11-28/2026-11-30T10:40`; either end may be missing. */
export interface PassingWord {
  text: string;
  holds: string;
}

/** An entry of a ledger as one line of a list: its name, what state it is in, what is worth knowing. */
export interface Line {
  title: string;
  address: string;
  mark?: Mark | undefined;
  about: (string | PassingWord | undefined)[];
  /** What was answered, in its own words. */
  said?: string | undefined;
  sample?: boolean | undefined;
  /** Days on which it belongs to its list, `/2026-11-30`. */
  holds?: string | undefined;
}

/** Anything with a title and a day, where no state is worth a mark. */
export const plainLine = (
  row: { address: string; data: { title: string; sample?: boolean | undefined } },
  ...about: (string | undefined)[]
): Line => ({ title: row.data.title, address: row.address, about, sample: row.data.sample });

/** 还有 38 天；今天到期 */
export const daysLeftText = (days: number): string => (days === 0 ? '今天到期' : `还有 ${String(days)} 天`);
