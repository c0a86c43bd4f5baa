import { fold } from '../format/fold.ts';
import type { Folded } from '../format/fold.ts';

/**
 * What an address ends in so that the browser itself scrolls to a phrase and marks it, without a script on the page
 * (text fragments: Chromium 80, Safari 16.1, Firefox 131). A phrase alone is found only from one word's edge to
 * another's, and our readers type across words, so the rest of its clause goes along on both sides.
 */
export function textDirective(
  text: string,
  phrase: string,
  folded: (text: string) => Folded = fold,
): string | undefined {
  const { text: plain, at } = folded(text);
  const start = plain.indexOf(phrase);
  if (start < 0) return undefined;
  const end = start + phrase.length;
  const original = (from: number, to: number): string => encoded(text.slice(at[from], at[to]).trim());
  const before = /[^\p{P}\p{S}]*$/u.exec(plain.slice(0, start))?.[0].length ?? 0;
  const after = /^[^\p{P}\p{S}]*/u.exec(plain.slice(end))?.[0].length ?? 0;
  const parts = [
    ...(before > 0 ? [`${original(start - before, start)}-`] : []),
    original(start, end),
    ...(after > 0 ? [`-${original(end, end + after)}`] : []),
  ];
  return `:~:text=${parts.join(',')}`;
}

/** The dash has a meaning of its own in a directive, and `encodeURIComponent` leaves it alone. */
const encoded = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');
