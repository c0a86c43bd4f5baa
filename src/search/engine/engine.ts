import { PagefindFiles } from './engine-files.ts';
import { memoize } from './memoize.ts';
import { readFragmentText } from '../format/fragment-text.ts';
import type { FragmentText } from '../format/fragment-text.ts';
import { FetchFailure } from './verified-fetch.ts';

/** What we use of Pagefind 1.6 in the browser. */
interface Pagefind {
  /** Added by the build, see repack-index.ts: how this module fetches its files. */
  fetchBy(fetchFile: (address: string) => Promise<Response>): void;
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

export interface FoundPage extends FragmentText {
  address: string;
}

/** Page number -> places in the page. */
export type WordPositions = Map<number, number[]>;

/**
 * Pagefind, as a store of places: which page holds a token, and where. Every answer throws `NotWhole` when a file that
 * it needs did not come whole; Pagefind alone takes such a file for an empty one.
 */
export interface Engine {
  /** Pages that hold all these tokens, with the places of all of them. */
  places(tokens: readonly string[]): Promise<WordPositions>;
  /** Loads what `places` will need. */
  prepare(token: string): Promise<void>;
  page(number: number): Promise<FoundPage>;
  /** It never started, and every question fails. */
  isStopped?: true;
}

/** In place of an engine that could not be started: every question fails as its start did. */
export function stoppedEngine(error: unknown): Engine {
  const fail = (): Promise<never> => Promise.reject(error as Error);
  return { places: fail, prepare: fail, page: fail, isStopped: true };
}

const engines = new Map<string, Promise<Engine>>();

/**
 * Starts Pagefind on first use. A stamp stands for the release that the site had at that time. Fails where the browser
 * has no WebAssembly that it can use.
 */
export const startEngine = (base: string, stamp: string): Promise<Engine> =>
  memoize(engines, `${stamp} ${base}`, () => start(base, stamp));

/** A browser may keep to it that a script did not come; under another name it asks anew. */
let failedStarts = 0;

async function start(base: string, stamp: string): Promise<Engine> {
  const folder = `${base}pagefind/`;
  const files = new PagefindFiles(folder);
  try {
    return await startWith(files, folder, base, stamp);
  } catch (error) {
    failedStarts++;
    throw files.failure ?? error;
  }
}

async function loadModule(folder: string): Promise<Pagefind> {
  const again = failedStarts === 0 ? '' : `?again=${String(failedStarts)}`;
  try {
    return (await import(/* @vite-ignore */ `${folder}pagefind.js${again}`)) as Pagefind;
  } catch (error) {
    throw new FetchFailure(`Pagefind did not come: ${String(error)}`, navigator.onLine ? 'index' : 'network');
  }
}

async function startWith(files: PagefindFiles, folder: string, base: string, stamp: string): Promise<Engine> {
  const module = await loadModule(folder);
  module.fetchBy((address) => files.fetch(address));
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
      const { results } = await files.allFor(() => pagefind.search(tokens.join(' ')));
      return new Map(results.map(({ id, words }) => [numbers.get(id) ?? -1, words]));
    },
    prepare: (token) => files.allFor(() => pagefind.preload(token)),
    async page(number) {
      const found = pages[number];
      if (!found) throw new Error(`There is no page ${String(number)} in the index.`);
      const { url, content } = await found.data();
      return { address: url, ...readFragmentText(content) };
    },
  };
}
