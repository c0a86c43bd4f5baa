import { excerptOf } from './excerpt.ts';
import type { ExcerptPart } from './excerpt.ts';
import { asExact, limit, phrasesOf } from './tokens.ts';

/** What we use of Pagefind 1.6 in the browser. */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ results: PagefindResult[] }>;
}
interface PagefindResult {
  id: string;
  data(): Promise<PagefindPage>;
}
interface PagefindPage {
  url: string;
  content: string;
  raw_content?: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

export interface Hit {
  address: string;
  title: string;
  section: string;
  day: string;
  excerpt: ExcerptPart[];
}

export interface Answer {
  /** Pages that hold the phrases exactly. */
  total: number;
  /** No page holds them; what follows holds the same characters apart. Not counted in `total`. */
  approximate: boolean;
  /** Hits from a place in the list, at most `count` of them. */
  hits(from: number, count: number): Promise<Hit[]>;
}

let loading: Promise<Pagefind> | undefined;

/** Loads Pagefind on first use only. `base` is the site's base path, with slashes at both ends. */
function pagefind(base: string): Promise<Pagefind> {
  loading ??= import(/* @vite-ignore */ `${base}pagefind/pagefind.js`).then(async (module: unknown) => {
    const loaded = module as Pagefind;
    await loaded.options({ baseUrl: base });
    await loaded.init();
    return loaded;
  });
  // A lost connection is not remembered: the next try loads again.
  loading.catch(() => (loading = undefined));
  return loading;
}

/** Finds every page that holds each phrase of the query, newest first, titles before bodies. */
export async function search(query: string, base: string): Promise<Answer> {
  const phrases = phrasesOf(query);
  if (phrases.length === 0) return { total: 0, approximate: false, hits: () => Promise.resolve([]) };
  const engine = await pagefind(base);
  const exact = await inAll(engine, phrases);
  const results = exact.length > 0 ? exact : await apart(engine, phrases);
  const ordered = await titlesFirst(results, phrases);
  return {
    total: exact.length,
    approximate: exact.length === 0 && results.length > 0,
    hits: async (from, count) =>
      Promise.all(
        ordered.slice(from, from + count).map(async (result) => asHit(await result.data(), phrases)),
      ),
  };
}

async function inAll(engine: Pagefind, phrases: readonly string[]): Promise<PagefindResult[]> {
  const lists: PagefindResult[][] = [];
  for (const phrase of phrases) lists.push((await engine.search(asExact(phrase))).results);
  const [first = [], ...others] = lists;
  const ids = others.map((list) => new Set(list.map(({ id }) => id)));
  return first.filter(({ id }) => ids.every((set) => set.has(id)));
}

/** The same characters, not side by side. Pagefind drops what it does not know, so a single one proves nothing. */
async function apart(engine: Pagefind, phrases: readonly string[]): Promise<PagefindResult[]> {
  const characters = phrases.flatMap((phrase) => [...phrase]);
  if (characters.length < 3) return [];
  return inAll(engine, characters);
}

/** How many pages are looked at for their titles; further ones keep their order. */
const looked = 40;

async function titlesFirst(results: PagefindResult[], phrases: readonly string[]): Promise<PagefindResult[]> {
  const top = results.slice(0, looked);
  const titles = await Promise.all(
    top.map(async (result) => phrasesOf(titleOf(await result.data())).join('')),
  );
  const inTitle = top.filter((_, index) => phrases.every((phrase) => titles[index]?.includes(phrase)));
  return [...inTitle, ...results.filter((result) => !inTitle.includes(result))];
}

const shown = (text: string): string => text.replaceAll(limit, '');
const titleOf = (page: PagefindPage): string => shown(page.meta['title'] ?? '');

function asHit(page: PagefindPage, phrases: readonly string[]): Hit {
  return {
    address: page.url,
    title: titleOf(page),
    section: shown(page.filters['section']?.[0] ?? ''),
    day: shown(page.meta['date'] ?? ''),
    excerpt: excerptOf(shown(page.raw_content ?? page.content), phrases),
  };
}
