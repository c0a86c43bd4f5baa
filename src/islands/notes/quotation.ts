/** A passage that can be found again after the page was edited: its text, and some text around it. */
export interface Quotation {
  quote: string;
  before: string;
  after: string;
}

const around = 24;
/** Notes are for passages, not for whole texts. */
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

/** The current position of a quotation: the one with the most similar surroundings. Undefined where it is gone. */
export function placeOf(whole: string, { quote, before, after }: Quotation): number | undefined {
  if (quote === '') return undefined;
  let best: { place: number; similarity: number } | undefined;
  for (let place = whole.indexOf(quote); place >= 0; place = whole.indexOf(quote, place + 1)) {
    const end = place + quote.length;
    const similarity =
      sameStart(backwards(whole.slice(Math.max(0, place - around), place)), backwards(before)) +
      sameStart(whole.slice(end, end + around), after);
    if (!best || similarity > best.similarity) best = { place, similarity };
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
