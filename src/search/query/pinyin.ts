import { fold } from '../format/fold.ts';
import { ranked } from './ranking.ts';
import type { PageMatch } from './ranking.ts';
import { headingsOf, readingsOf } from './readings.ts';
import type { Readings } from './readings.ts';
import type { SearchIndex } from '../engine/search-index.ts';

/** How a title answers letters: where it begins to, how many characters it reads, and how much was spelled out. */
export interface PinyinSpan {
  start: number;
  /** To the end of the last character read, marks and left out Latin words between included. */
  length: number;
  read: number;
  /** Characters given by their whole syllable or by themselves; the others by a first letter only. */
  full: number;
}

/** Letters as the table of readings has them: without tones, ü as v, syllables that are parted with ' between (xi'an). */
export const asTyped = (phrase: string): string =>
  phrase
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/ /g, "'")
    .replace(/[^a-z\u3400-\u9FFF\d']/g, '')
    .replace(/^'+|'+$/g, '');

/**
 * Pages whose title or heading sounds like what was typed: whole syllables, first letters or both, and Chinese in
 * between (gong建). A few first letters inside a title are as often chance as intent, so these come as near ones.
 */
export async function pagesByPinyin(
  shelf: SearchIndex,
  phrase: string,
): Promise<{ matches: PageMatch[]; near: PageMatch[]; phrases: string[] }> {
  const typed = asTyped(phrase);
  const none = { matches: [], near: [], phrases: [] };
  if (!/[a-z]/.test(typed) || typed.length < 2) return none;
  const readings = await readingsOf(shelf);
  const names = namesOf(shelf);
  const inTitles = spokenIn(
    names.map(({ text }) => text),
    typed,
    readings,
  ).map(({ index, ...rest }) => ({ page: names[index]?.page ?? 0, ...rest }));
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

/** What pages are called: their titles, and the short names of units. */
const namesOf = ({ titles, catalogue }: SearchIndex): { text: string; page: number }[] => [
  ...titles.map((text, page) => ({ text, page })),
  ...Object.entries(catalogue.aliases).map(([page, text]) => ({ text: fold(text).text, page: Number(page) })),
];

/** A word of the editors' that is typed by its sound: laonianshitang for 老年食堂. */
export async function wordByPinyin(shelf: SearchIndex, phrase: string): Promise<string | undefined> {
  const typed = asTyped(phrase);
  if (!/[a-z]{2}/.test(typed)) return undefined;
  const { synonyms, pins } = shelf.catalogue;
  const spoken = spokenIn([...synonyms.flat(), ...Object.keys(pins)], typed, await readingsOf(shelf));
  return spoken.find(({ start, length, text }) => start === 0 && length === text.length)?.text;
}

type PinyinMatch = PinyinSpan & { page: number; text: string };

function isSure({ start, length, read, full, text }: PinyinSpan & { text: string }): boolean {
  if (full * 2 >= read || read >= 6) return true;
  const isFirst = !han.test(text.slice(0, start));
  return isFirst && (read >= 4 || !han.test(text.slice(start + length)));
}
const han = /[\u3400-\u9FFF]/;

function answer(
  shelf: SearchIndex,
  matches: readonly PinyinMatch[],
  near: readonly PinyinMatch[],
): { matches: PageMatch[]; near: PageMatch[]; phrases: string[] } {
  const asMatches = (list: readonly PinyinMatch[]): PageMatch[] => {
    const ordered = [...list].sort((a, b) => b.full / b.read - a.full / a.read || a.page - b.page);
    const byPage = new Map<number, PageMatch>();
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
): (PinyinSpan & { index: number; text: string })[] {
  return texts.flatMap((text, index) => {
    const spoken = spokenAt(text, typed, readings);
    return spoken ? [{ index, text, ...spoken }] : [];
  });
}

/** The best way to read what was typed somewhere in a text. */
export function spokenAt(text: string, typed: string, readings: Readings): PinyinSpan | undefined {
  let best: PinyinSpan | undefined;
  for (let start = 0; start < text.length; start++) {
    if (mark.test(text.charAt(start))) continue;
    const reading = readFrom(text, start, typed, 0, readings);
    if (!reading) continue;
    const { end, read, full } = reading;
    if (!best || full / read > best.full / best.read) best = { start, length: end - start, read, full };
  }
  return best;
}

/** Marks between characters are not spoken. */
const mark = /[^\p{L}\p{N}]/u;

interface Reading {
  end: number;
  read: number;
  full: number;
}

function readFrom(
  text: string,
  at: number,
  typed: string,
  from: number,
  readings: Readings,
): Reading | undefined {
  if (from === typed.length) return { end: at, read: 0, full: 0 };
  if (typed.charAt(from) === "'") return readFrom(text, at, typed, from + 1, readings);
  const character = text.charAt(at);
  if (character === '') return undefined;
  if (mark.test(character)) return readFrom(text, at + 1, typed, from, readings);
  let best: Reading | undefined;
  const tryPart = (letters: number, full: number): void => {
    const rest =
      from + letters === typed.length
        ? { end: at + 1, read: 0, full: 0 }
        : readFrom(text, at + 1, typed, from + letters, readings);
    if (rest && (!best || rest.full + full > best.full))
      best = { end: rest.end, read: rest.read + 1, full: rest.full + full };
  };
  if (typed.charAt(from) === character) tryPart(1, 1);
  const initials = new Set<string>();
  for (const syllable of readings.get(character) ?? []) {
    const left = typed.length - from;
    if (typed.startsWith(syllable, from)) tryPart(syllable.length, 1);
    // The last syllable may be unfinished.
    else if (left > 1 && left < syllable.length && syllable.startsWith(typed.slice(from))) tryPart(left, 1);
    if (syllable.length > 1) initials.add(syllable.charAt(0));
    if (/^[zcs]h/.test(syllable)) initials.add(syllable.slice(0, 2));
  }
  for (const initial of initials) if (typed.startsWith(initial, from)) tryPart(initial.length, 0);
  if (best) return best;
  // 创建 Linux 文件系统 is often typed without the foreign word.
  const foreign = /^[a-z\d]+/.exec(text.slice(at))?.[0] ?? '';
  const isWhole = from > 0 && !/[a-z\d]/.test(text.charAt(at - 1));
  return foreign !== '' && isWhole ? readFrom(text, at + foreign.length, typed, from, readings) : undefined;
}
