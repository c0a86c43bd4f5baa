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
  let best: { place: number; likeness: number } | undefined;
  for (let place = whole.indexOf(quote); place >= 0; place = whole.indexOf(quote, place + 1)) {
    const end = place + quote.length;
    const likeness =
      sameStart(backwards(whole.slice(Math.max(0, place - around), place)), backwards(before)) +
      sameStart(whole.slice(end, end + around), after);
    if (!best || likeness > best.likeness) best = { place, likeness };
  }
  return best?.place;
}

const backwards = (text: string): string => [...text].reverse().join('');

/** How many characters two texts have in common at their beginnings. */
function sameStart(a: string, b: string): number {
  let count = 0;
  while (count < Math.min(a.length, b.length) && a.charAt(count) === b.charAt(count)) count++;
  return count;
}
