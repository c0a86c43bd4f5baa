import { expect, test } from 'vitest';
import { readPage } from './page-text.ts';

const menus = `<html><head><meta name="description" content="这一周吃什么 &amp; 上一周吃过什么。"></head><body>
<nav><h2>主导航</h2></nav><main id="main" class="page" data-search-name="食堂菜单"><h1>食堂菜单</h1>
<h2>这一周，一食堂</h2><p>红烧肉</p><h2><a href="/menus/2026/w1/">第一周菜单</a></h2><h2>这一周，一食堂</h2><h2> </h2></main>
<footer><h2>页脚</h2></footer></body></html>`;

test('indexes a list by its name, its description and its own headings', () => {
  expect(readPage('menus/', menus)).toEqual({
    address: 'menus/',
    title: '食堂菜单',
    day: '',
    filters: {},
    meta: {},
    blocks: [
      { text: '食堂菜单', heading: '' },
      { text: '这一周吃什么 & 上一周吃过什么。' },
      { text: '这一周，一食堂' },
    ],
    isOverview: true,
  });
});

test('keeps both names where the heading differs from the name', () => {
  const topic = '<main data-search-name="专题：食品安全"><h1>食品安全</h1></main>';
  expect(readPage('topics/food/', topic)?.meta).toEqual({ alias: '食品安全' });
  const channel =
    '<main data-search-name="我要反映"><article data-pagefind-body><h1>民情渠道</h1><p>打电话</p></article></main>';
  const page = readPage('channel/', channel);
  expect([page?.title, page?.meta['alias'], page?.isOverview]).toEqual(['民情渠道', '我要反映', undefined]);
  expect(page?.blocks.map(({ text }) => text)).toEqual(['民情渠道', '打电话']);
});

test('skips a page without a name, such as the second page of a list', () => {
  expect(readPage('notices/page/2/', menus.replace(/ data-search-name="[^"]*"/, ''))).toBeUndefined();
});
