import { afterEach, expect, test } from 'vitest';
import { buildSearchIndex } from '../build/build-index.ts';
import { hitsOf } from './hits.ts';
import { search } from './query.ts';
import { retryOnNewRelease } from '../engine/search-index.ts';
import { smallIndex } from '../../../tests/support/fixture-search-index.ts';
import type { SmallIndex } from '../../../tests/support/fixture-search-index.ts';
import { suggestTitles } from './suggestions.ts';

let site: SmallIndex;
afterEach(() => site.leave());

const open = async (): Promise<SmallIndex> =>
  (site = await smallIndex([
    { name: 'notices/a', title: '例会纪要', day: '2026-03-01', text: '<p>碰头说坡道。</p>' },
    { name: 'notices/b', title: '坡道', day: '2026-03-02', text: '<p>修好了。</p>' },
  ]));

test('finds titles without a connection, and reports why there may be more pages', async () => {
  const { base, refuse } = await open();
  await search('', base);
  refuse(/pagefind\/index\//);
  const { matches, notes } = await search('坡道', base);
  expect(matches.map(({ page }) => page)).toEqual([0]);
  expect(notes).toEqual({ missed: 'network' });
  // Nothing was searched, which is not the same as no similar pages.
  expect((await search('碰头', base)).near).toEqual([]);

  refuse(undefined);
  const whole = await search('坡道', base);
  expect(whole.matches.map(({ page }) => page)).toEqual([0, 1]);
  expect(whole.notes).toEqual({});
});

test('reports an error in place of a part of the index', async () => {
  const { base, refuse } = await open();
  await search('', base);
  refuse(/pagefind\/index\//, () => new Response('', { status: 500 }));
  expect((await search('坡道', base)).notes.missed).toBe('index');
  refuse(/pagefind\/index\//, () => new Response('<html>'));
  expect((await search('坡道', base)).notes.missed).toBe('index');
});

test('searches only titles where the engine does not start', async () => {
  const { base, refuse } = await open();
  refuse(/\.pf_meta$/);
  const result = await search('坡道', base);
  expect(result.matches.map(({ page }) => page)).toEqual([0]);
  expect(result.notes).toEqual({ missed: 'network', titlesOnly: true });
  const { hits, missed } = await hitsOf(result, result.matches);
  expect(missed).toBe('network');
  expect(hits).toEqual([
    {
      page: 0,
      address: `${base}notices/b/`,
      title: [{ text: '坡道', marked: true }],
      section: '',
      day: '2026-03-02',
      excerpt: [],
      sections: [],
    },
  ]);
});

test('shows only the title where the text was not loaded', async () => {
  const { base, refuse } = await open();
  const result = await search('碰头', base);
  refuse(/pagefind\/fragment\//);
  const { hits, missed } = await hitsOf(result, result.matches);
  expect(missed).toBe('network');
  expect(hits[0]).toMatchObject({ address: `${base}notices/a/`, excerpt: [], sections: [] });
});

test('rejects without the catalogue, and loads it again the next time', async () => {
  const { base, refuse } = await open();
  refuse(/catalogue/);
  await expect(search('坡道', base)).rejects.toThrow('catalogue');
  await expect(suggestTitles('坡', base)).rejects.toThrow('catalogue');
  refuse(undefined);
  expect((await suggestTitles('坡', base)).map(({ title }) => title)).toEqual(['坡道']);
  expect((await search('坡道', base)).notes).toEqual({});
});

test('reattempts when the site has a new release, and only then', async () => {
  const { base } = await open();
  await search('坡道', base);
  const attempts: boolean[] = [];
  const failing = (isRetry: boolean): Promise<string> => {
    attempts.push(isRetry);
    return isRetry ? Promise.resolve('new') : Promise.reject(new Error('gone'));
  };
  await expect(retryOnNewRelease(base, failing)).rejects.toThrow('gone');
  expect(attempts).toEqual([false]);
  await buildSearchIndex(base, [], { synonyms: [['坡', '道']], pins: [] });
  expect(await retryOnNewRelease(base, failing)).toBe('new');
  expect(attempts).toEqual([false, false, true]);
});
