/** A state as a word with a colour. The word carries the meaning; the colour only helps. */
export interface Mark {
  word: string;
  tone: 'good' | 'caution' | 'plain';
  /** The time in which the word is valid, `/2026-11-30`, and the word for other times: see `readers-day.js`. */
  holds?: string;
  then?: string;
}

/** A word that is valid for some time only, `2026-11-28/2026-11-30T10:40`; either end may be missing. */
export interface PassingWord {
  text: string;
  holds: string;
}

/** An entry of a ledger as one line of a list: title, state and some facts. */
export interface Line {
  title: string;
  address: string;
  mark?: Mark | undefined;
  about: (string | PassingWord | undefined)[];
  /** A quote from the entry: an answer, a reason. */
  quote?: string | undefined;
  sample?: boolean | undefined;
  /** The time in which it belongs to its list, `/2026-11-30`. */
  holds?: string | undefined;
}

/** An entry without a state to show. */
export const plainLine = (
  row: { address: string; data: { title: string; sample?: boolean | undefined } },
  ...about: (string | undefined)[]
): Line => ({ title: row.data.title, address: row.address, about, sample: row.data.sample });

/** 还有 38 天；今天到期 */
export const daysLeftText = (days: number): string => (days === 0 ? '今天到期' : `还有 ${String(days)} 天`);
