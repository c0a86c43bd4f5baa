import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExcerptPart } from './excerpt.ts';
import { hitsOf } from './hits.ts';
import type { Hit } from './hits.ts';
import { search } from './query.ts';
import { smallIndex } from '../../../tests/support/fixture-search-index.ts';
import type { SmallIndex } from '../../../tests/support/fixture-search-index.ts';

const section = 'data-section="notices" data-pagefind-filter="section[data-section]"';
let site: SmallIndex;
beforeAll(async () => {
  site = await smallIndex([
    {
      name: 'notices/canteen',
      title: '老年食堂开门',
      day: '2026-03-01',
      marks: section,
      text: `<p>坡道旁</p><p>坡道修好以后，轮椅能从北门进来，大家都说方便。</p>
        <h2 id="h-a">开放时间</h2><p>每天十一点开饭。</p>
        <h2 id="h-b">坡道在哪里</h2><p>北门东侧，扶手是新装的。</p>
        <h2 id="h-c">怎么报名</h2><p>坡道旁边的窗口。</p><p>坡道旁边还有一个窗口。</p>
        <h2 id="h-d">怎么退</h2><p>坡道窗口。</p><h2 id="h-e">其他</h2><p>坡道。</p>`,
    },
    {
      name: 'notices/table',
      title: '名单',
      day: '2026-02-01',
      text: '<p>扶手一处</p><p>北门</p><p>已装好</p><p>两人验收通过</p><p>再看</p><p>很久以后</p>',
    },
    {
      name: 'notices/title',
      title: '雨棚',
      text: '<p>短。</p><p>这一段话长一些，读得出这一页说的是什么。</p>',
    },
    { name: 'notices/heading', title: '纪要', text: '<p>头。</p><h2 id="h-x">晾衣杆</h2><p>装在三楼。</p>' },
  ]);
});
afterAll(() => site.leave());

async function hitFor(query: string): Promise<Hit> {
  const result = await search(query, site.base);
  const { hits, missed } = await hitsOf(result, result.matches);
  expect(missed).toBeUndefined();
  return hits[0]!;
}
const written = (parts: readonly ExcerptPart[]): string =>
  parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

test('shows a sentence with the word rather than a label, with section and day', async () => {
  const hit = await hitFor('坡道');
  expect(written(hit.excerpt)).toBe('[坡道]修好以后，轮椅能从北门进来，大家都说方便。');
  expect(hit).toMatchObject({ section: 'notices', day: '2026-03-01' });
  expect(hit.address).toBe(`/${site.base.slice(1)}notices/canteen/`);
});

test('names the headings above the word, each once and at most three', async () => {
  const { sections, address } = await hitFor('坡道');
  expect(sections.map(({ title }) => written(title))).toEqual(['[坡道]在哪里', '怎么报名', '怎么退']);
  expect(sections.map((each) => each.address)).toEqual(
    ['h-b', 'h-c', 'h-d'].map((id) => `${address ?? ''}#${id}`),
  );
  expect(sections[1]?.directive).toContain(encodeURIComponent('坡道'));
});

test('adds the following texts to a short one until there is enough to read', async () => {
  expect(written((await hitFor('扶手一处')).excerpt)).toBe('[扶手一处] · 北门 · 已装好 · 两人验收通过');
});

test('shows the first full sentence for a word that is only in the title', async () => {
  const hit = await hitFor('雨棚');
  expect(written(hit.title)).toBe('[雨棚]');
  expect(written(hit.excerpt)).toBe('这一段话长一些，读得出这一页说的是什么。');
});

test('shows the text below the heading for a word that is only in a heading', async () => {
  expect(written((await hitFor('晾衣杆')).excerpt)).toBe('装在三楼。');
});
