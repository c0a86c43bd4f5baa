// Runs in the bench's browser: our search and stock Pagefind behind one interface.
import { hitsOf } from '../../src/search/query/hits.ts';
import { search } from '../../src/search/query/query.ts';

export interface BrowserAnswer {
  /** Page numbers of all results, best first; for stock Pagefind, ids of results. */
  found: string[];
  /** Results that match only approximately. */
  near: string[];
  meant: string[];
  milliseconds: number;
  /** How many of the shown results have a mark in title, excerpt or headings. */
  marked: number;
  shown: number;
}

const shown = 10;

async function askOurs(query: string, base: string): Promise<BrowserAnswer> {
  const started = performance.now();
  const answer = await search(query, base);
  const list = answer.matches.length > 0 ? answer.matches : answer.near;
  const { hits } = await hitsOf(answer, list.slice(0, shown));
  const milliseconds = performance.now() - started;
  const marked = hits.filter(({ title, excerpt, sections }) =>
    [...title, ...excerpt, ...sections.flatMap((part) => part.title)].some((part) => part.marked),
  ).length;
  const numbers = (matches: readonly { page: number }[]): string[] => matches.map(({ page }) => String(page));
  return {
    found: numbers(answer.matches),
    near: numbers(answer.near),
    meant: answer.didYouMean,
    milliseconds,
    marked,
    shown: hits.length,
  };
}

interface Stock {
  createInstance(options?: object): {
    init(): Promise<void>;
    search(query: string): Promise<{ results: { id: string; data(): Promise<unknown> }[] }>;
    destroy(): Promise<void>;
  };
}
let session: ReturnType<Stock['createInstance']> | undefined;

async function askStock(query: string, base: string, fresh: boolean): Promise<BrowserAnswer> {
  const started = performance.now();
  const stock = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Stock;
  if (!session || fresh) {
    const previous = session;
    session = stock.createInstance();
    await session.init();
    await previous?.destroy();
  }
  const { results } = await session.search(query);
  await Promise.all(results.slice(0, shown).map((result) => result.data()));
  const milliseconds = performance.now() - started;
  return {
    found: results.map(({ id }) => id),
    near: [],
    meant: [],
    milliseconds,
    marked: 0,
    shown: Math.min(shown, results.length),
  };
}

Object.assign(window, { askOurs, askStock });
