import { fold } from '../format/fold.ts';
import { ranked } from './ranking.ts';
import type { PageMatch } from './ranking.ts';
import { headingsOf, readingsOf } from './readings.ts';
import type { Readings } from './readings.ts';
import type { SearchIndex } from '../engine/search-index.ts';

/** Where a title matches letters, how many characters they cover, and how many of these were spelled out. */
export interface PinyinSpan {
  start: number;
  /** To the end of the last character covered, including marks and skipped Latin words in between. */
  length: number;
  read: number;
  /** Characters typed as a whole syllable or as themselves; the others only by a first letter. */
  full: number;
}

/** Letters as in the table of readings: without tones, ü as v, separate syllables with ' in between (xi'an). */
export const normalizePinyin = (phrase: string): string =>
  phrase
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/ /g, "'")
    .replace(/[^a-z\u3400-\u9FFF\d']/g, '')
    .replace(/^'+|'+$/g, '');

/**
 * Pages whose title or heading sounds like the query: whole syllables, first letters or both, and Chinese in between
 * (gong建). A few first letters inside a title often match by chance, so these pages count only as similar.
 */
export async function pagesByPinyin(
  index: SearchIndex,
  phrase: string,
): Promise<{ matches: PageMatch[]; near: PageMatch[]; phrases: string[] }> {
  const typed = normalizePinyin(phrase);
  const none = { matches: [], near: [], phrases: [] };
  if (!/[a-z]/.test(typed) || typed.length < 2) return none;
  const readings = await readingsOf(index);
  const names = namesOf(index);
  const inTitles = pinyinMatchesIn(
    names.map(({ text }) => text),
    typed,
    readings,
  ).map(({ number, ...rest }) => ({ page: names[number]?.page ?? 0, ...rest }));
  const sure = inTitles.filter(isSure);
  if (sure.length > 0) return answer(index, sure, []);
  const headings = await headingsOf(index);
  const inHeadings = pinyinMatchesIn(headings.texts, typed, readings).flatMap(({ number, ...rest }) =>
    (headings.pages[number] ?? []).map((page) => ({ page, ...rest })),
  );
  const sureHeadings = inHeadings.filter(isSure);
  if (sureHeadings.length > 0) return answer(index, sureHeadings, []);
  return answer(index, [], [...inTitles, ...inHeadings].slice(0, 50));
}

/** The names of pages: their titles, and the short names of units. */
const namesOf = ({ titles, catalogue }: SearchIndex): { text: string; page: number }[] => [
  ...titles.map((text, page) => ({ text, page })),
  ...Object.entries(catalogue.aliases).map(([page, text]) => ({ text: fold(text).text, page: Number(page) })),
];

/** A synonym or pinned word typed in pinyin: laonianshitang for 老年食堂. */
export async function wordByPinyin(index: SearchIndex, phrase: string): Promise<string | undefined> {
  const typed = normalizePinyin(phrase);
  if (!/[a-z]{2}/.test(typed)) return undefined;
  const { synonyms, pins } = index.catalogue;
  const spoken = pinyinMatchesIn([...synonyms.flat(), ...Object.keys(pins)], typed, await readingsOf(index));
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
  index: SearchIndex,
  matches: readonly PinyinMatch[],
  near: readonly PinyinMatch[],
): { matches: PageMatch[]; near: PageMatch[]; phrases: string[] } {
  const asMatches = (list: readonly PinyinMatch[]): PageMatch[] => {
    const ordered = [...list].sort((a, b) => b.full / b.read - a.full / a.read || a.page - b.page);
    const byPage = new Map<number, PageMatch>();
    for (const { page, text, start, length } of ordered) {
      const match = ranked(
        index,
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

export function pinyinMatchesIn(
  texts: readonly string[],
  typed: string,
  readings: Readings,
): (PinyinSpan & { number: number; text: string })[] {
  return texts.flatMap((text, number) => {
    const spoken = pinyinSpanIn(text, typed, readings);
    return spoken ? [{ number, text, ...spoken }] : [];
  });
}

/** The best match for the letters anywhere in a text. */
export function pinyinSpanIn(text: string, typed: string, readings: Readings): PinyinSpan | undefined {
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

/** Punctuation between characters is not pronounced. */
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
  // 创建 Linux 文件系统 is often typed without the Latin word.
  const latin = /^[a-z\d]+/.exec(text.slice(at))?.[0] ?? '';
  const isWhole = from > 0 && !/[a-z\d]/.test(text.charAt(at - 1));
  return latin !== '' && isWhole ? readFrom(text, at + latin.length, typed, from, readings) : undefined;
}
