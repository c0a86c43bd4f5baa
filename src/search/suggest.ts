import { fold } from './fold.ts';
import { spokenIn } from './pinyin.ts';
import { readingsOf } from './readings.ts';
import { openShelf } from './shelf.ts';
import type { Shelf } from './shelf.ts';

export interface Suggestion {
  page: number;
  title: string;
}

/** So many titles are offered while typing. */
const most = 8;

/** Titles that begin with, hold or sound like what has been typed so far. Needs the catalogue only, not the engine. */
export async function suggestions(typed: string, base: string): Promise<Suggestion[]> {
  const word = fold(typed).text;
  if (word === '') return [];
  const shelf = await openShelf(base);
  const asWritten = shelf.titles.flatMap((title, page) => {
    const place = title.indexOf(word);
    return place < 0 ? [] : [{ page, place }];
  });
  const found = asWritten.sort((a, b) => Number(a.place > 0) - Number(b.place > 0) || a.page - b.page);
  const pages = found.length > 0 ? found : await asSpoken(shelf, word);
  return pages.slice(0, most).map(({ page }) => ({ page, title: shelf.catalogue.titles[page] ?? '' }));
}

async function asSpoken(shelf: Shelf, word: string): Promise<{ page: number }[]> {
  if (!/^[a-z\u3400-\u9FFF ']*[a-z]{2}[a-z\u3400-\u9FFF ']*$/.test(word)) return [];
  const spoken = spokenIn(shelf.titles, word.replace(/[ ']/g, ''), await readingsOf(shelf));
  return spoken
    .sort(
      (a, b) =>
        b.full / b.length - a.full / a.length ||
        Number(a.start > 0) - Number(b.start > 0) ||
        a.index - b.index,
    )
    .map(({ index }) => ({ page: index }));
}

/** Where a suggestion leads. */
export async function addressOf({ page }: Suggestion, base: string): Promise<string> {
  const addresses = await (await openShelf(base)).table<string[]>('addresses');
  return base + (addresses[page] ?? '');
}
