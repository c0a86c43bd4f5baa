import { cleanQuery } from './query-text.ts';
import { fold } from '../format/fold.ts';
import { asTyped, spokenIn } from './pinyin.ts';
import { isCalled } from './ranking.ts';
import { readingsOf } from './readings.ts';
import { foldQuery, openSearchIndex } from '../engine/search-index.ts';
import type { SearchIndex } from '../engine/search-index.ts';

export interface Suggestion {
  page: number;
  title: string;
}

/** So many titles are offered while typing. */
const most = 8;

/**
 * Titles that begin with, hold or sound like what has been typed so far. Needs the catalogue only, not the engine.
 * Rejects when it could not look: that is not the same as none.
 */
export async function suggestTitles(typed: string, base: string): Promise<Suggestion[]> {
  if (typed.trim() === '') return [];
  const shelf = await openSearchIndex(base);
  const asked = cleanQuery(typed);
  let trouble: unknown;
  const word = await foldQuery(shelf, asked).catch((error: unknown) => {
    trouble = error;
    return fold(asked).text;
  });
  const asWritten = shelf.titles.flatMap((title, page) => {
    const place = title.indexOf(word);
    return place < 0 ? [] : [{ page, place }];
  });
  // As in the results: the whole title, then beginnings; what stands for long (a service, a unit) before news.
  const order = ({ page, place }: { page: number; place: number }): number =>
    isCalled(shelf.titles[page] ?? '', word)
      ? -Number(shelf.catalogue.first.includes(page))
      : (place === 0 ? 1 : 3) + Number(shelf.days[page] !== '');
  const found = asWritten.sort((a, b) => order(a) - order(b) || a.page - b.page);
  if (found.length === 0 && trouble !== undefined) throw trouble as Error;
  const pages = found.length > 0 ? found : await asSpoken(shelf, word);
  return pages.slice(0, most).map(({ page }) => ({ page, title: shelf.catalogue.titles[page] ?? '' }));
}

async function asSpoken(shelf: SearchIndex, word: string): Promise<{ page: number }[]> {
  const typed = asTyped(word);
  if (!/[a-z]{2}/.test(typed)) return [];
  const spoken = spokenIn(shelf.titles, typed, await readingsOf(shelf));
  return spoken
    .sort(
      (a, b) =>
        b.full / b.read - a.full / a.read || Number(a.start > 0) - Number(b.start > 0) || a.index - b.index,
    )
    .map(({ index }) => ({ page: index }));
}

/** Where a suggestion leads. */
export async function addressOf({ page }: Suggestion, base: string): Promise<string> {
  const addresses = await (await openSearchIndex(base)).table<string[]>('addresses');
  return base + (addresses[page] ?? '');
}
