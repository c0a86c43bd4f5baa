import { afterAll, beforeAll, expect, test } from 'vitest';
import { search } from './query.ts';
import { smallIndex } from '../../../tests/support/fixture-search-index.ts';
import type { SmallIndex, SmallPage } from '../../../tests/support/fixture-search-index.ts';

const filler = Array.from({ length: 14 }, (_, index): SmallPage => {
  const number = String(index + 10);
  return {
    name: `notices/f${number}`,
    title: `例会纪要${number}`,
    day: `2025-01-${number}`,
    text: `<p>第${number}次碰头。</p>`,
  };
});
const pages: SmallPage[] = [
  {
    name: 'services/canteen',
    title: '食堂',
    text: '<p>一楼供应三餐。</p>',
    marks: 'data-search-name="食堂"',
  },
  { name: 'notices/a', title: '食堂开门时间', day: '2026-03-01', text: '<p>早七点。</p>' },
  {
    name: 'notices/b',
    title: '社区食堂改造',
    day: '2026-03-09',
    text: '<p>食堂改好了，食堂开了，食堂满了。</p>',
  },
  {
    name: 'notices/c',
    title: '周边便利',
    day: '2026-03-05',
    text: '<h2 id="h-x">食堂和菜店</h2><p>都在门口。</p>',
  },
  { name: 'notices/d', title: '停水', day: '2026-03-08', text: '<p>那天食堂照常。</p>' },
  { name: 'laws/e', title: '物业管理条例：五处修改', day: '2024-01-01', text: '<p>业主共同决定。</p>' },
  { name: 'notices/g', title: '坡道修好了', day: '2026-02-01', text: '<p>在北门加装扶手，方便轮椅。</p>' },
  { name: 'notices/h', title: '扶手松动', day: '2026-02-02', text: '<p>坡道没有动。有人问老年饭桌。</p>' },
  { name: 'notices/i', title: '西安来访', day: '2026-02-03', text: '<p>交流共建经验。</p>' },
  // This page contains the parts of 共驻共建, but not in this order.
  {
    name: 'notices/j',
    title: '共建共驻',
    day: '2026-02-04',
    text: '<p>共建先行，共驻随后。建共驻。</p><p>共驻共驻。共建共建。</p>',
  },
  { name: 'notices/k', title: '共驻共建协议', day: '2026-02-05', text: '<p>签了。</p>' },
  { name: 'notices/l', title: '晾衣架和晾 衣架', day: '2026-02-06' },
  { name: 'notices/m', title: '甲楼', day: '2026-02-20', text: '<p>晒台很大。</p><p>雨棚也新。</p>' },
  {
    name: 'notices/n',
    title: '乙楼',
    day: '2026-02-19',
    text: '<h2 id="h-1">晒台</h2><p>大。</p><h2 id="h-2">雨棚</h2><p>新。</p>',
  },
  { name: 'notices/o', title: '来信', day: '2026-02-07', text: '<p>共建gongsi，wugong建房。</p>' },
  ...filler,
];

let site: SmallIndex;
beforeAll(async () => {
  site = await smallIndex(pages, {
    synonyms: [['饭桌', '食堂']],
    pins: [{ word: '吃饭', address: '/notices/d/' }],
  });
});
afterAll(() => site.leave());

async function asked(query: string) {
  const { matches, near, index, notes, phrases, didYouMean } = await search(query, site.base);
  const titles = (list: readonly { page: number }[]): string[] =>
    list.map(({ page }) => index.catalogue.titles[page] ?? '');
  return { found: titles(matches), near: titles(near), notes, phrases, didYouMean };
}

test('ranks the page of that name first, then beginnings of titles, other titles, headings and texts', async () => {
  const { found, notes } = await asked('食堂');
  expect(found).toEqual(['食堂', '食堂开门时间', '社区食堂改造', '周边便利', '停水', '扶手松动']);
  expect(notes).toEqual({ synonyms: ['饭桌'] });
});

test('ranks permanent pages before news of the same tier, and newer news before older', async () => {
  expect((await asked('例会')).found.slice(0, 3)).toEqual(['例会纪要23', '例会纪要22', '例会纪要21']);
  expect((await asked('改')).found).toEqual(['社区食堂改造', '物业管理条例：五处修改']);
});

test('finds a phrase only where it occurs as it was typed', async () => {
  expect((await asked('共驻共建')).found).toEqual(['共驻共建协议']);
  expect((await asked('共建共驻')).found).toEqual(['共建共驻']);
  expect((await asked('加装扶手，方便轮椅')).found).toEqual(['坡道修好了']);
  expect((await asked('加装扶手，方便推车')).found).toEqual([]);
  expect((await asked('')).found).toEqual([]);
});

test('finds pages with all of several words, those with all of them in the title first', async () => {
  expect((await asked('扶手 坡道')).found).toEqual(['扶手松动', '坡道修好了']);
  expect((await asked('改造 食堂')).found).toEqual(['社区食堂改造']);
  expect((await asked('扶手 停水')).found).toEqual([]);
  // A mark separates two words only where no text contains the mark itself.
  expect((await asked('扶手，坡道')).found).toEqual(['扶手松动', '坡道修好了']);
  expect((await asked('扶手，方便')).found).toEqual(['坡道修好了']);
});

test('puts a pinned page first, even without the word in it', async () => {
  const { found } = await asked('吃饭');
  expect(found).toEqual(['停水']);
});

test('finds a title typed without its marks, and says so', async () => {
  const { found, notes } = await asked('条例五处修改');
  expect(found).toEqual(['物业管理条例：五处修改']);
  expect(notes).toEqual({ unmarked: true });
  expect((await asked('物业管理条例五处修改')).found).toEqual(['物业管理条例：五处修改']);
});

test('finds titles by pinyin, and says so', async () => {
  for (const typed of ['xian', "xi'an"]) {
    const { found, notes } = await asked(typed);
    expect(found).toEqual(['西安来访']);
    expect(notes).toEqual({ pinyin: 'only' });
  }
});

test('suggests words that sound the same, and similar pages', async () => {
  const { found, didYouMean, near } = await asked('破道修好了');
  expect(found).toEqual([]);
  expect(didYouMean).toEqual(['坡道修好了']);
  expect(near[0]).toBe('坡道修好了');
  expect((await asked('食唐')).didYouMean).toEqual(['食堂']);
});

test('suggests the first spelling in the text', async () => {
  expect((await asked('凉衣架')).didYouMean).toEqual(['晾衣架']);
});

test('ranks pages with all words in headings before newer ones with all words in the text', async () => {
  expect((await asked('晒台 雨棚')).found).toEqual(['乙楼', '甲楼']);
});

test('does not read letters next to Chinese as pinyin where a text contains them', async () => {
  expect((await asked('共建gong')).found).toEqual(['来信']);
  expect((await asked('gong建')).found).toEqual(['来信']);
});
