import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import { buildSearchIndex } from '../../src/search/build/build-index.ts';
import type { SearchWords } from '../../src/search/format/page-catalogue.ts';

export interface SmallPage {
  name: string;
  title: string;
  day?: string;
  text?: string;
  /** More attributes of the article. */
  marks?: string;
}

export interface SmallIndex {
  base: string;
  /** Requests to matching addresses fail from now on: no connection, or a different answer. */
  refuse(pattern: RegExp | undefined, answer?: () => Response): void;
  leave(): Promise<void>;
}

/** A real index of a few pages, queried with Pagefind's own code as in a browser. For tests. */
export async function smallIndex(
  pages: readonly SmallPage[],
  words: SearchWords = { synonyms: [], pins: [] },
): Promise<SmallIndex> {
  const site = await mkdtemp(path.join(tmpdir(), 'hub-index-'));
  for (const { name, title, day, text = '', marks = '' } of pages) {
    const tag = day === undefined ? '' : `<meta name="PubDate" content="${day}">`;
    const article = `<article data-pagefind-body ${marks}><h1>${title}</h1>${text}</article>`;
    await mkdir(path.join(site, name), { recursive: true });
    await writeFile(
      path.join(site, name, 'index.html'),
      `<html lang="zh-CN"><head>${tag}</head><body>${article}</body></html>`,
    );
  }
  await buildSearchIndex(
    site,
    pages.map(({ name }) => `/${name}/`),
    words,
  );
  let refused: RegExp | undefined;
  let instead: (() => Response) | undefined;
  vi.stubGlobal('navigator', { onLine: true });
  let open = 0;
  const answer = async (address: string): Promise<Response> => {
    if (refused?.test(address)) {
      if (instead) return instead();
      throw new TypeError('There is no connection.');
    }
    return new Response(await readFile(address.replace(/\?.*$/, '')));
  };
  vi.stubGlobal('fetch', async (address: string) => {
    open++;
    return answer(address).finally(() => open--);
  });
  return {
    base: `${site}/`,
    refuse: (pattern, answer) => {
      refused = pattern;
      instead = answer;
    },
    leave: async () => {
      // Requests of a finished query that are still loading finish first.
      do await new Promise((resolve) => setTimeout(resolve, 20));
      while (open > 0);
      vi.unstubAllGlobals();
      await rm(site, { recursive: true, force: true });
    },
  };
}
