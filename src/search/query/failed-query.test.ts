import { afterEach, expect, test } from 'vitest';
import { buildSearchIndex } from '../build/build-index.ts';
import { hitsOf } from './hits.ts';
import { search } from './query.ts';
import { acrossReleases } from '../engine/search-index.ts';
import { smallIndex } from '../../../tests/support/fixture-search-index.ts';
import type { SmallIndex } from '../../../tests/support/fixture-search-index.ts';
import { suggestTitles } from './suggestions.ts';

let index: SmallIndex;
afterEach(() => index.leave());

const open = async (): Promise<SmallIndex> =>
  (index = await smallIndex([
    { name: 'notices/a', title: '例会纪要', day: '2026-03-01', text: '<p>碰头说坡道。</p>' },
    { name: 'notices/b', title: '坡道', day: '2026-03-02', text: '<p>修好了。</p>' },
  ]));

test('without a connection titles are found even so, and why there may be more is told', async () => {
  const { base, refuse } = await open();
  await search('', base);
  refuse(/pagefind\/index\//);
  const { matches, told } = await search('坡道', base);
  expect(matches.map(({ page }) => page)).toEqual([0]);
  expect(told).toEqual({ missed: 'network' });
  // Nothing was looked at, which is not “nothing near”.
  expect((await search('碰头', base)).near).toEqual([]);

  refuse(undefined);
  const whole = await search('坡道', base);
  expect(whole.matches.map(({ page }) => page)).toEqual([0, 1]);
  expect(whole.told).toEqual({});
});

test('an error in place of a piece of the index is told as such', async () => {
  const { base, refuse } = await open();
  await search('', base);
  refuse(/pagefind\/index\//, () => new Response('', { status: 500 }));
  expect((await search('坡道', base)).told.missed).toBe('index');
  refuse(/pagefind\/index\//, () => new Response('<html>'));
  expect((await search('坡道', base)).told.missed).toBe('index');
});

test('where the engine does not start, titles alone are looked at', async () => {
  const { base, refuse } = await open();
  refuse(/\.pf_meta$/);
  const answer = await search('坡道', base);
  expect(answer.matches.map(({ page }) => page)).toEqual([0]);
  expect(answer.told).toEqual({ missed: 'network', titlesOnly: true });
  const { hits, missed } = await hitsOf(answer, answer.matches);
  expect(missed).toBe('network');
  expect(hits).toEqual([
    {
      page: 0,
      address: `${base}notices/b/`,
      title: [{ text: '坡道', marked: true }],
      section: '',
      day: '2026-03-02',
      excerpt: [],
      parts: [],
    },
  ]);
});

test('a text that does not come leaves its result a title', async () => {
  const { base, refuse } = await open();
  const answer = await search('碰头', base);
  refuse(/pagefind\/fragment\//);
  const { hits, missed } = await hitsOf(answer, answer.matches);
  expect(missed).toBe('network');
  expect(hits[0]).toMatchObject({ address: `${base}notices/a/`, excerpt: [], parts: [] });
});

test('without the catalogue there is no answer, and the next try is a new one', async () => {
  const { base, refuse } = await open();
  refuse(/catalogue/);
  await expect(search('坡道', base)).rejects.toThrow('catalogue');
  await expect(suggestTitles('坡', base)).rejects.toThrow('catalogue');
  refuse(undefined);
  expect((await suggestTitles('坡', base)).map(({ title }) => title)).toEqual(['坡道']);
  expect((await search('坡道', base)).told).toEqual({});
});

test('a question is asked once more when the site has gone on to another release, and only then', async () => {
  const { base } = await open();
  await search('坡道', base);
  const tries: boolean[] = [];
  const failing = (isAnew: boolean): Promise<string> => {
    tries.push(isAnew);
    return isAnew ? Promise.resolve('new') : Promise.reject(new Error('gone'));
  };
  await expect(acrossReleases(base, failing)).rejects.toThrow('gone');
  expect(tries).toEqual([false]);
  await buildSearchIndex(base, 2, { synonyms: [['坡', '道']], pins: [] });
  expect(await acrossReleases(base, failing)).toBe('new');
  expect(tries).toEqual([false, false, true]);
});
