import { ranked } from './ranking.ts';
import type { Match } from './ranking.ts';
import { headingsOf, readingsOf } from './readings.ts';
import type { Readings } from './readings.ts';
import type { Shelf } from './shelf.ts';

/** How a title answers letters: where it begins to, and how much of it was spelled out. */
export interface Spoken {
  start: number;
  length: number;
  /** Characters given by their whole syllable or by themselves; the others by a first letter only. */
  full: number;
}

/**
 * Pages whose title or heading sounds like what was typed: whole syllables, first letters or both, and Chinese in
 * between (gong建). A few first letters inside a title are as often chance as intent, so these come as near ones.
 */
export async function pagesByPinyin(
  shelf: Shelf,
  phrase: string,
): Promise<{ matches: Match[]; near: Match[]; phrases: string[] }> {
  const typed = phrase.replace(/[^a-z\u3400-\u9FFF\d]/g, '');
  const none = { matches: [], near: [], phrases: [] };
  if (!/[a-z]/.test(typed) || typed.length < 2) return none;
  const readings = await readingsOf(shelf);
  const inTitles = spokenIn(shelf.titles, typed, readings).map(({ index, ...rest }) => ({
    page: index,
    ...rest,
  }));
  const sure = inTitles.filter(isSure);
  if (sure.length > 0) return answer(shelf, sure, []);
  const headings = await headingsOf(shelf);
  const inHeadings = spokenIn(headings.texts, typed, readings).flatMap(({ index, ...rest }) =>
    (headings.pages[index] ?? []).map((page) => ({ page, ...rest })),
  );
  const sureHeadings = inHeadings.filter(isSure);
  if (sureHeadings.length > 0) return answer(shelf, sureHeadings, []);
  return answer(shelf, [], [...inTitles, ...inHeadings].slice(0, 50));
}

type Found = Spoken & { page: number; text: string };

const isSure = ({ start, length, full, text }: Spoken & { text: string }): boolean =>
  full * 2 >= length || length >= 6 || (start === 0 && (length >= 4 || length === [...text].length));

function answer(
  shelf: Shelf,
  matches: readonly Found[],
  near: readonly Found[],
): { matches: Match[]; near: Match[]; phrases: string[] } {
  const asMatches = (list: readonly Found[]): Match[] => {
    const ordered = list.toSorted((a, b) => b.full / b.length - a.full / a.length || a.page - b.page);
    const byPage = new Map<number, Match>();
    for (const { page, text, start, length } of ordered) {
      const match = ranked(
        shelf,
        page,
        { inHeading: true, count: 1 },
        [text.slice(start, start + length)],
        0,
      );
      const known = byPage.get(page);
      if (!known || match.tier < known.tier) byPage.set(page, match);
    }
    return [...byPage.values()].sort((a, b) => a.tier - b.tier || 0);
  };
  const phrases = new Set(
    [...matches, ...near].map(({ text, start, length }) => text.slice(start, start + length)),
  );
  return { matches: asMatches(matches), near: asMatches(near), phrases: [...phrases] };
}

export function spokenIn(
  texts: readonly string[],
  typed: string,
  readings: Readings,
): (Spoken & { index: number; text: string })[] {
  return texts.flatMap((text, index) => {
    const spoken = spokenAt(text, typed, readings);
    return spoken ? [{ index, text, ...spoken }] : [];
  });
}

/** The best way to read what was typed somewhere in a text. */
export function spokenAt(text: string, typed: string, readings: Readings): Spoken | undefined {
  let best: Spoken | undefined;
  for (let start = 0; start < text.length; start++) {
    if (mark.test(text.charAt(start))) continue;
    const read = readFrom(text, start, typed, 0, readings);
    if (!read) continue;
    const better = !best || read.full / read.length > best.full / best.length;
    if (better) best = { start, ...read };
  }
  return best;
}

/** Marks between characters are not spoken. */
const mark = /[^\p{L}\p{N}]/u;

function readFrom(
  text: string,
  at: number,
  typed: string,
  from: number,
  readings: Readings,
): { length: number; full: number } | undefined {
  if (from === typed.length) return { length: 0, full: 0 };
  const character = text.charAt(at);
  if (character === '') return undefined;
  if (mark.test(character)) {
    const rest = readFrom(text, at + 1, typed, from, readings);
    return (
      rest && { length: rest.length + (rest.length > 0 ? 1 : 0), full: rest.full + (rest.length > 0 ? 1 : 0) }
    );
  }
  let best: { length: number; full: number } | undefined;
  const tryPart = (letters: number, full: number): void => {
    const rest = readFrom(text, at + 1, typed, from + letters, readings);
    if (rest && (!best || rest.full + full > best.full))
      best = { length: rest.length + 1, full: rest.full + full };
  };
  if (typed.charAt(from) === character) tryPart(1, 1);
  for (const syllable of readings.get(character) ?? []) {
    const left = typed.length - from;
    if (typed.startsWith(syllable, from)) tryPart(syllable.length, 1);
    // The last syllable may be unfinished.
    else if (left > 1 && left < syllable.length && syllable.startsWith(typed.slice(from))) tryPart(left, 1);
    if (typed.charAt(from) === syllable.charAt(0)) tryPart(1, 0);
    if (/^[zcs]h/.test(syllable) && typed.startsWith(syllable.slice(0, 2), from)) tryPart(2, 0);
  }
  return best;
}
