import { PagefindFiles } from './engine-files.ts';
import { memoize } from './memoize.ts';
import { readFragmentText } from '../format/fragment-text.ts';
import type { FragmentText } from '../format/fragment-text.ts';
import { FetchFailure } from './verified-fetch.ts';

/** The part of Pagefind 1.6 that we use in the browser. */
interface Pagefind {
  /** Added by the build, see repack-index.ts: sets how this module fetches its files. */
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
  /** Positions of all the words, in one sorted list. */
  words: number[];
  data(): Promise<{ url: string; content: string }>;
}

export interface PageFragment extends FragmentText {
  address: string;
}

/** Page number -> positions in the page. */
export type WordPositions = Map<number, number[]>;

/**
 * Pagefind as a store of positions: which page contains a token, and where. Every method throws `FetchFailure` when a
 * file that it needs did not arrive complete. Pagefind alone would treat such a file as empty.
 */
export interface Engine {
  /** Pages that contain all these tokens, with the positions of all of them. */
  places(tokens: readonly string[]): Promise<WordPositions>;
  /** Loads what `places` will need. */
  prepare(token: string): Promise<void>;
  page(number: number): Promise<PageFragment>;
  /** It never started, so every call fails. */
  isStopped?: true;
}

/** Replaces an engine that could not be started: every call fails with the error of its start. */
export function stoppedEngine(error: unknown): Engine {
  const fail = (): Promise<never> => Promise.reject(error as Error);
  return { places: fail, prepare: fail, page: fail, isStopped: true };
}

const engines = new Map<string, Promise<Engine>>();

/**
 * Starts Pagefind on first use. A stamp identifies the release that the site had at that time. Fails where the browser
 * has no usable WebAssembly.
 */
export const startEngine = (base: string, stamp: string): Promise<Engine> =>
  memoize(engines, `${stamp} ${base}`, () => start(base, stamp));

/** Browsers remember that a script failed to load; under another name they request it again. */
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
    throw new FetchFailure(
      `Pagefind was not loaded: ${String(error)}`,
      navigator.onLine ? 'index' : 'network',
    );
  }
}

async function startWith(files: PagefindFiles, folder: string, base: string, stamp: string): Promise<Engine> {
  const module = await loadModule(folder);
  module.fetchBy((address) => files.fetch(address));
  // Without the worker: it would load the same code a second time, and copy every list of positions between threads.
  const pagefind = module.createInstance({
    basePath: folder,
    baseUrl: base,
    metaCacheTag: stamp,
    noWorker: true,
  });
  await pagefind.init();
  // A search for null returns all pages in the order of the index, which is that of the catalogue. We keep the results:
  // a result that was garbage-collected cannot load its data any more.
  const { results: pages } = await pagefind.search(null);
  const numbers = new Map(pages.map(({ id }, number) => [id, number]));
  return {
    async places(tokens) {
      const { results } = await files.checked(() => pagefind.search(tokens.join(' ')));
      return new Map(results.map(({ id, words }) => [numbers.get(id) ?? -1, words]));
    },
    prepare: (token) => files.checked(() => pagefind.preload(token)),
    async page(number) {
      const found = pages[number];
      if (!found) throw new Error(`There is no page ${String(number)} in the index.`);
      const { url, content } = await found.data();
      return { address: url, ...readFragmentText(content) };
    },
  };
}
