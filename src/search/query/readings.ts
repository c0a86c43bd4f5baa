import type { SearchIndex } from '../engine/search-index.ts';

/** Characters and how they are read, without tones. A character with several readings has them all. */
export type Readings = ReadonlyMap<string, readonly string[]>;

/** As loaded: syllable -> the characters that can be read so. */
export type WrittenReadings = Record<string, string>;

/** Each release has its own. */
const readings = new WeakMap<SearchIndex, Readings>();

export async function readingsOf(shelf: SearchIndex): Promise<Readings> {
  const written = await shelf.table<WrittenReadings>('readings');
  const known = readings.get(shelf) ?? byCharacter(written);
  readings.set(shelf, known);
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

/** Headings of all pages, without numbering, each with the pages that have it. */
export interface WrittenHeadings {
  texts: string[];
  pages: string;
}

export interface Headings {
  texts: string[];
  pages: number[][];
}

export async function headingsOf(shelf: SearchIndex): Promise<Headings> {
  const { texts, pages } = await shelf.table<WrittenHeadings>('headings');
  return {
    texts,
    pages: pages.split(',').map((numbers) => numbers.split('.').map((each) => Number.parseInt(each, 36))),
  };
}

/** Sounds that many people do not tell apart: sh and s, n and l, ing and in. */
export const blurred = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^(?:n|l|r)/, 'l')
    .replace(/^(?:hu(?=.)|f)/, 'f')
    .replace(/([aei])ng$/, '$1n');

/** Every character that can sound like this one, itself among them. */
export function soundingLike(readings: Readings, character: string): Set<string> {
  const sounds = new Set((readings.get(character) ?? []).map(blurred));
  const alike = new Set([character]);
  for (const [other, syllables] of readings) {
    if (syllables.some((syllable) => sounds.has(blurred(syllable)))) alike.add(other);
  }
  return alike;
}
