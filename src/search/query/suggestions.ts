import { cleanQuery } from '../format/query-text.ts';
import { fold } from '../format/fold.ts';
import { normalizePinyin, pinyinMatchesIn } from './pinyin.ts';
import { isCalled } from './ranking.ts';
import { readingsOf } from './readings.ts';
import { foldQuery, openSearchIndex } from '../engine/search-index.ts';
import type { SearchIndex } from '../engine/search-index.ts';

export interface Suggestion {
  page: number;
  title: string;
}

/** How many titles are offered while typing. */
const mostSuggestions = 8;

/**
 * Titles that begin with, contain or sound like what has been typed so far. Needs only the catalogue, not the engine.
 * Rejects when the titles could not be searched: that is not the same as no suggestion.
 */
export async function suggestTitles(typed: string, base: string): Promise<Suggestion[]> {
  if (typed.trim() === '') return [];
  const index = await openSearchIndex(base);
  const asked = cleanQuery(typed);
  let failure: unknown;
  const word = await foldQuery(index, asked).catch((error: unknown) => {
    failure = error;
    return fold(asked).text;
  });
  const matches = index.titles.flatMap((title, page) => {
    const place = title.indexOf(word);
    return place < 0 ? [] : [{ page, place }];
  });
  // As in the results: the whole title, then beginnings; permanent pages (a service, a unit) before news.
  const order = ({ page, place }: { page: number; place: number }): number =>
    isCalled(index.titles[page] ?? '', word)
      ? -Number(index.catalogue.first.includes(page))
      : (place === 0 ? 1 : 3) + Number(index.days[page] !== '');
  const found = matches.sort((a, b) => order(a) - order(b) || a.page - b.page);
  if (found.length === 0 && failure !== undefined) throw failure as Error;
  const pages = found.length > 0 ? found : await titlesByPinyin(index, word);
  return pages
    .slice(0, mostSuggestions)
    .map(({ page }) => ({ page, title: index.catalogue.titles[page] ?? '' }));
}

async function titlesByPinyin(index: SearchIndex, word: string): Promise<{ page: number }[]> {
  const typed = normalizePinyin(word);
  if (!/[a-z]{2}/.test(typed)) return [];
  const spoken = pinyinMatchesIn(index.titles, typed, await readingsOf(index));
  return spoken
    .sort(
      (a, b) =>
        b.full / b.read - a.full / a.read || Number(a.start > 0) - Number(b.start > 0) || a.number - b.number,
    )
    .map(({ number }) => ({ page: number }));
}

/** The address of the suggested page. */
export async function suggestionAddress({ page }: Suggestion, base: string): Promise<string> {
  const addresses = await (await openSearchIndex(base)).table<string[]>('addresses');
  return base + (addresses[page] ?? '');
}
