import { fold } from '../format/fold.ts';
import type { Folded } from '../format/fold.ts';

export interface ExcerptPart {
  text: string;
  marked: boolean;
}

/** Characters shown before and after the first phrase. */
const before = 28;
const after = 72;

/** The text around the first phrase found, with every phrase marked; the beginning when there is none. */
export function excerptOf(
  content: string,
  phrases: readonly string[],
  folded: (text: string) => Folded = fold,
): ExcerptPart[] {
  const { text, at } = folded(content);
  // The first phrase is the whole query; parts of it count only where the whole is missing.
  const lead = phrases.find((phrase) => text.includes(phrase));
  const found = lead === undefined ? 0 : text.indexOf(lead);
  const start = startBefore(text, found);
  const end = Math.min(text.length, found + Math.max(after, lead?.length ?? 0));
  const parts = markedParts(content, text, at, phrases, start, end);
  if (start > 0) parts.unshift({ text: '……', marked: false });
  if (end < text.length) parts.push({ text: '……', marked: false });
  return parts;
}

/** The whole text with every phrase marked. */
export function markedText(
  content: string,
  phrases: readonly string[],
  folded: (text: string) => Folded = fold,
): ExcerptPart[] {
  const { text, at } = folded(content);
  return markedParts(content, text, at, phrases, 0, text.length);
}

/** A sentence that begins shortly before is a better start than the middle of the one before it. */
function startBefore(text: string, found: number): number {
  const from = Math.max(0, found - before);
  if (from === 0) return 0;
  const sentence = Math.max(...['。', ';', '!', '?', '\n'].map((end) => text.lastIndexOf(end, found - 1)));
  return sentence >= from ? sentence + 1 : from;
}

function markedParts(
  content: string,
  text: string,
  at: readonly number[],
  phrases: readonly string[],
  start: number,
  end: number,
): ExcerptPart[] {
  const marked = new Array<boolean>(Math.max(0, end - start)).fill(false);
  for (const phrase of phrases) {
    if (phrase === '') continue;
    for (let place = text.indexOf(phrase, start); place >= 0 && place < end;) {
      marked.fill(true, place - start, place - start + phrase.length);
      place = text.indexOf(phrase, place + phrase.length);
    }
  }
  const parts: ExcerptPart[] = [];
  for (let place = start; place < end; place++) {
    const isMarked = marked[place - start] ?? false;
    const piece = content.slice(at[place], at[place + 1]);
    // A blank that folding removed is not part of the phrase when it comes after it.
    const isEnd = isMarked && marked[place - start + 1] !== true;
    const shown = isEnd ? piece.trimEnd() : piece;
    append(parts, shown, isMarked);
    append(parts, piece.slice(shown.length), false);
  }
  return parts;
}

function append(parts: ExcerptPart[], text: string, marked: boolean): void {
  if (text === '') return;
  const open = parts[parts.length - 1];
  if (open?.marked === marked) open.text += text;
  else parts.push({ text, marked });
}
