import { fold } from '../format/fold.ts';
import type { Folded } from '../format/fold.ts';

/**
 * The text fragment that makes the browser scroll to a phrase and highlight it, without a script on the page
 * (Chromium 80, Safari 16.1, Firefox 131). Browsers match only whole words, and our readers type parts of words, so the
 * rest of the clause is added on both sides.
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

/** A dash has a special meaning in a text fragment, and `encodeURIComponent` does not escape it. */
const encoded = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');
