/** A passage as it is found again after the page was edited: its words, and some words around them. */
export interface Quotation {
  quote: string;
  before: string;
  after: string;
}

const around = 24;
/** A note is on a passage, not on a whole text. */
export const longestQuote = 1000;

export function quotationAt(whole: string, start: number, end: number): Quotation {
  const untrimmed = whole.slice(start, end);
  const lead = untrimmed.length - untrimmed.trimStart().length;
  const quote = untrimmed.trim().slice(0, longestQuote);
  const from = start + lead;
  return {
    quote,
    before: whole.slice(Math.max(0, from - around), from),
    after: whole.slice(from + quote.length, from + quote.length + around),
  };
}

/** Where a quotation stands now. Of several places the one with the likest surroundings; undefined where it is gone. */
export function placeOf(whole: string, { quote, before, after }: Quotation): number | undefined {
  if (quote === '') return undefined;
  let best: { at: number; likeness: number } | undefined;
  for (let at = whole.indexOf(quote); at >= 0; at = whole.indexOf(quote, at + 1)) {
    const likeness =
      sameEnd(whole.slice(Math.max(0, at - around), at), before) +
      sameEnd(backwards(whole.slice(at + quote.length, at + quote.length + around)), backwards(after));
    if (!best || likeness > best.likeness) best = { at, likeness };
  }
  return best?.at;
}

const backwards = (text: string): string => [...text].reverse().join('');

/** How many characters two texts have in common at their ends. */
function sameEnd(a: string, b: string): number {
  let count = 0;
  while (count < Math.min(a.length, b.length) && a.at(-1 - count) === b.at(-1 - count)) count++;
  return count;
}
