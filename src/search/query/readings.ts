import type { SearchIndex } from '../engine/search-index.ts';

/** Characters and all their readings, without tones. */
export type Readings = ReadonlyMap<string, readonly string[]>;

/** As loaded: syllable -> the characters with this reading. */
export type WrittenReadings = Record<string, string>;

/** By index, because each release has its own table. */
const readings = new WeakMap<SearchIndex, Readings>();

export async function readingsOf(index: SearchIndex): Promise<Readings> {
  const written = await index.table<WrittenReadings>('readings');
  const known = readings.get(index) ?? byCharacter(written);
  readings.set(index, known);
  return known;
}

function byCharacter(written: WrittenReadings): Readings {
  const found = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(written)) {
    for (const character of characters) {
      const known = found.get(character);
      if (known) known.push(syllable);
      else found.set(character, [syllable]);
    }
  }
  return found;
}

/** Headings of all pages, without numbering, each with the pages that contain it. */
export interface WrittenHeadings {
  texts: string[];
  pages: string;
}

export interface Headings {
  texts: string[];
  pages: number[][];
}

export async function headingsOf(index: SearchIndex): Promise<Headings> {
  const { texts, pages } = await index.table<WrittenHeadings>('headings');
  return {
    texts,
    pages: pages.split(',').map((numbers) => numbers.split('.').map((each) => Number.parseInt(each, 36))),
  };
}

/** Replaces sounds that many people do not distinguish: sh and s, n and l, ing and in. */
export const normalizeSound = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^(?:n|l|r)/, 'l')
    .replace(/^(?:hu(?=.)|f)/, 'f')
    .replace(/([aei])ng$/, '$1n');

/** Every character that can sound like this one, including itself. */
export function charactersSoundingLike(readings: Readings, character: string): Set<string> {
  const sounds = new Set((readings.get(character) ?? []).map(normalizeSound));
  const alike = new Set([character]);
  for (const [other, syllables] of readings) {
    if (syllables.some((syllable) => sounds.has(normalizeSound(syllable)))) alike.add(other);
  }
  return alike;
}
