import { expect, test } from 'vitest';
import { readPage } from './page-text.ts';

const html = `<!doctype html><html lang="zh-CN"><head><title>不要这个</title>
<meta name="PubDate" content="2026-03-15 09:30"></head><body><nav>导航不要</nav><main>
<article data-pagefind-body data-title="老年食堂 &amp; 送餐" data-section="便民服务"
 data-pagefind-meta="title[data-title]" data-pagefind-filter="section[data-section], year:2026">
<h1>老年食堂 &amp; 送餐</h1><!-- 注释不要 -->
<div data-search-ignore><p>目录不要</p></div>
<h2 id="h-time">开放时间 <a href="#h-time" data-pagefind-ignore>#</a></h2>
<p>每天 <strong>11:00</strong> 开饭，<br>风雨无阻。</p><ul><li>一楼</li><li>二楼</li></ul>
<table><tr><td>早餐</td><td>午餐</td></tr></table>
<nav><a data-topic="为老服务" data-pagefind-filter="topic[data-topic]">为老服务</a></nav>
<p>归 <span data-pagefind-filter="org">后勤服务中心</span> 管。</p>
<script>const no = '脚本不要';</script></article></main><footer>页脚不要</footer></body></html>`;

test('reads a page as readers see it', () => {
  expect(readPage('services/canteen/', html)).toEqual({
    address: 'services/canteen/',
    title: '老年食堂 & 送餐',
    day: '2026-03-15',
    filters: { section: ['便民服务'], year: ['2026'], topic: ['为老服务'], org: ['后勤服务中心'] },
    meta: { title: '老年食堂 & 送餐' },
    blocks: [
      { text: '老年食堂 & 送餐', heading: '' },
      { text: '开放时间', heading: 'h-time' },
      { text: '每天 11:00 开饭， 风雨无阻。' },
      { text: '一楼' },
      { text: '二楼' },
      { text: '早餐' },
      { text: '午餐' },
      { text: '归 后勤服务中心 管。' },
    ],
  });
});

test('skips a page that is not marked for search', () => {
  expect(readPage('about/', '<html><body><p>没有标记</p></body></html>')).toBeUndefined();
});

test('takes the alias from the page itself, or else from the name of its main part', () => {
  const page = (meta: string): string =>
    `<main data-search-name="电话和地址"><article data-pagefind-body${meta}><h1>怎么找到我们</h1></article></main>`;
  const alias = (html: string): string | undefined => readPage('find/', html)?.meta['alias'];
  expect(alias(page(''))).toBe('电话和地址');
  expect(alias(page(' data-alias="联系方式" data-pagefind-meta="alias[data-alias]"'))).toBe('联系方式');
});
