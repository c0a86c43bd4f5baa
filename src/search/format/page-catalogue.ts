import { cleanQuery } from './query-text.ts';
import { fold, isHan } from './fold.ts';
import type { Variants } from './fold.ts';
import type { PageText } from '../build/page-content.ts';

/**
 * Data about every page, in the order of the index: enough for titles, suggestions, filters and sorting without the
 * engine. Stored in columns, which compress to a few bytes for each page.
 */
export interface Catalogue {
  titles: string[];
  /** Folded titles, where folding needs the table of variants. */
  folded: Record<number, string>;
  /** Other names of a page, such as the short name of a unit. */
  aliases: Record<number, string>;
  /** Numbers of the overview pages: for their own name they come before entries of the same title. */
  first: number[];
  /** Numbers of the pages that come last, unless their title is searched for. */
  last: number[];
  /** Days since the page before; pages without a day are at the end and are left out. */
  days: number[];
  /** Filter -> its values, and for each page the numbers of its values, with commas between pages. */
  filters: Record<string, { values: string[]; pages: string }>;
  /** How common each character of U+4E00 to U+9FFF is on this site; '0' for absent ones. Rare ones are searched first. */
  common: string;
  synonyms: string[][];
  /** Word -> numbers of the pages that come first for it. */
  pins: Record<string, number[]>;
}

/** Synonyms and pinned pages, which editors maintain. */
export interface SearchWords {
  synonyms: readonly (readonly string[])[];
  pins: readonly { word: string; address: string }[];
}

export function makeCatalogue(
  pages: readonly PageText[],
  seen: ReadonlyMap<string, number>,
  variants: Variants,
  words: SearchWords,
): Catalogue {
  const days = pages.flatMap(({ day }) => (day === '' ? [] : [dayNumber(day)]));
  const numbers = new Map(pages.map(({ address }, number) => [address.replace(/^\/|\/$/g, ''), number]));
  // Words may be any name, also one that every object inherits.
  const pins = Object.create(null) as Record<string, number[]>;
  const asFolded = (word: string): string => fold(cleanQuery(word), variants).text;
  for (const { word, address } of words.pins) {
    const number = numbers.get(address.replace(/^\/|\/$/g, ''));
    if (number !== undefined) (pins[asFolded(word)] ??= []).push(number);
  }
  return {
    titles: pages.map(({ title }) => title),
    folded: foldedByTable(pages, variants),
    aliases: Object.fromEntries(
      pages.flatMap(({ meta }, number) => (meta['alias'] === undefined ? [] : [[number, meta['alias']]])),
    ),
    first: pages.flatMap(({ isOverview }, number) => (isOverview ? [number] : [])),
    last: pages.flatMap(({ meta }, number) => (meta['rank'] === 'last' ? [number] : [])),
    days: days.map((day, index) => day - (days[index - 1] ?? 0)),
    filters: columns(pages),
    common: commonness(seen),
    synonyms: words.synonyms.map((group) => group.map(asFolded)),
    pins,
  };
}

const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;

function foldedByTable(pages: readonly PageText[], variants: Variants): Record<number, string> {
  const differing = pages.flatMap(({ title }, number) => {
    const folded = fold(title, variants).text;
    return folded === fold(title).text ? [] : [[number, folded] as const];
  });
  return Object.fromEntries(differing);
}

function columns(pages: readonly PageText[]): Catalogue['filters'] {
  const names = new Set(pages.flatMap(({ filters }) => Object.keys(filters)));
  return Object.fromEntries(
    [...names].map((name) => {
      const values = [...new Set(pages.flatMap(({ filters }) => filters[name] ?? []))];
      const column = pages.map(({ filters }) =>
        (filters[name] ?? []).map((value) => values.indexOf(value)).join('.'),
      );
      return [name, { values, pages: column.join(',') }];
    }),
  );
}

const [firstHan, lastHan] = [0x4e00, 0x9fff];

function commonness(seen: ReadonlyMap<string, number>): string {
  let line = '';
  for (let code = firstHan; code <= lastHan; code++) {
    const count = seen.get(String.fromCharCode(code)) ?? 0;
    line += count === 0 ? '0' : String(Math.min(9, 1 + Math.floor(Math.log10(count) * 1.5)));
  }
  return line;
}

/** 0 for a character that occurs nowhere, otherwise 1 to 9. Letters, digits and marks count as common. */
export function commonnessOf({ common }: Catalogue, character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= firstHan && code <= lastHan) return Number(common.charAt(code - firstHan));
  return isHan(character) ? 1 : 9;
}

/** Whether the site may use another form of a character: this one occurs nowhere, or is outside the counted range. */
export const mayBeVariant = ({ common }: Catalogue, character: string): boolean =>
  isHan(character) && (common.charAt((character.codePointAt(0) ?? 0) - firstHan) || '0') === '0';

/** The day of each page, '' for none. */
export function daysOf(catalogue: Catalogue): string[] {
  let day = 0;
  const days = catalogue.days.map((step) => new Date((day += step) * 86_400_000).toISOString().slice(0, 10));
  return catalogue.titles.map((_, number) => days[number] ?? '');
}

/** For each page, the numbers of its values in a filter. */
export const valuesOf = (catalogue: Catalogue, filter: string): number[][] =>
  (catalogue.filters[filter]?.pages ?? '')
    .split(',')
    .map((numbers) => (numbers === '' ? [] : numbers.split('.').map(Number)));

export const foldedTitles = ({ titles, folded }: Catalogue): string[] =>
  titles.map((title, number) => folded[number] ?? fold(title).text);
