import { fold } from './fold.ts';

export interface ExcerptPart {
  text: string;
  marked: boolean;
}

/** Characters shown before and after the first phrase. */
const before = 28;
const after = 72;

/** The surroundings of the first phrase found, every phrase in it marked; the beginning when none is found. */
export function excerptOf(content: string, phrases: readonly string[]): ExcerptPart[] {
  const { text, at } = fold(content);
  const folded = text.toLowerCase();
  const wanted = phrases.map((phrase) => phrase.toLowerCase());
  const first = Math.min(...wanted.map((phrase) => folded.indexOf(phrase)).filter((place) => place >= 0));
  const found = Number.isFinite(first) ? first : 0;
  const start = Math.max(0, found - before);
  const end = Math.min(folded.length, found + after);

  const marked = new Array<boolean>(end - start).fill(false);
  for (const phrase of wanted) {
    for (let place = folded.indexOf(phrase, start); place >= 0 && place < end;) {
      marked.fill(true, place - start, place - start + phrase.length);
      place = folded.indexOf(phrase, place + phrase.length);
    }
  }
  const parts: ExcerptPart[] = [];
  for (let place = start; place < end; place++) {
    const isMarked = marked[place - start] ?? false;
    const piece = content.slice(at[place], at[place + 1]);
    const open = parts.at(-1);
    if (open?.marked === isMarked) open.text += piece;
    else parts.push({ text: piece, marked: isMarked });
  }
  if (start > 0) parts.unshift({ text: '……', marked: false });
  if (end < folded.length) parts.push({ text: '……', marked: false });
  return parts;
}
