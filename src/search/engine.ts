import { readShown } from './shown-text.ts';
import type { ShownText } from './shown-text.ts';

/** What we use of Pagefind 1.6 in the browser. */
interface Pagefind {
  createInstance(options: Record<string, unknown>): PagefindInstance;
}
interface PagefindInstance {
  init(): Promise<void>;
  search(query: string | null): Promise<{ results: PagefindResult[] }>;
  preload(query: string): Promise<void>;
}
interface PagefindResult {
  id: string;
  /** Places of the words asked for, together and in order. */
  words: number[];
  data(): Promise<{ url: string; content: string }>;
}

export interface FoundPage extends ShownText {
  address: string;
}

/** Page number -> places in the page. */
export type Places = Map<number, number[]>;

/** Pagefind, as a store of places: which page holds a token, and where. */
export interface Engine {
  /** Pages that hold all these tokens, with the places of all of them. */
  places(tokens: readonly string[]): Promise<Places>;
  /** Loads what `places` will need. */
  prepare(token: string): Promise<void>;
  page(number: number): Promise<FoundPage>;
}

const engines = new Map<string, Promise<Engine>>();

/**
 * Starts Pagefind on first use. A stamp stands for the release that the site had at that time. Fails where the browser
 * has no WebAssembly that it can use.
 */
export function startEngine(base: string, stamp: string): Promise<Engine> {
  const key = `${stamp} ${base}`;
  let starting = engines.get(key);
  if (!starting) {
    starting = start(base, stamp);
    engines.set(key, starting);
    starting.catch(() => engines.delete(key));
  }
  return starting;
}

async function start(base: string, stamp: string): Promise<Engine> {
  const folder = `${base}pagefind/`;
  const module = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  // Without the worker: it would load the same code a second time, and copy every list of places between threads.
  const pagefind = module.createInstance({
    basePath: folder,
    baseUrl: base,
    metaCacheTag: stamp,
    noWorker: true,
  });
  await pagefind.init();
  // Asked for nothing, Pagefind gives all pages in the order of the index, which is that of the catalogue. They are
  // kept: a result that nobody holds cannot give its data any more.
  const { results: pages } = await pagefind.search(null);
  const numbers = new Map(pages.map(({ id }, number) => [id, number]));
  return {
    async places(tokens) {
      const { results } = await pagefind.search(tokens.join(' '));
      return new Map(results.map(({ id, words }) => [numbers.get(id) ?? -1, words]));
    },
    prepare: (token) => pagefind.preload(token),
    async page(number) {
      const found = pages[number];
      if (!found) throw new Error(`There is no page ${String(number)} in the index.`);
      const { url, content } = await found.data();
      return { address: url, ...readShown(content) };
    },
  };
}
