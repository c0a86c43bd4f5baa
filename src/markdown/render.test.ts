import { expect, test } from 'vitest';
import { renderMarkdown } from './render.ts';

test('returns headings for a table of contents, with depth, id and plain text', () => {
  const { headings } = renderMarkdown('## 第一章　**总则**[^1]\n\n### 目的\n\n> ## 引文里的标题\n\n[^1]: 注');
  expect(headings).toEqual([
    { depth: 2, slug: 'h-第一章-总则', text: '第一章　总则' },
    { depth: 3, slug: 'h-目的', text: '目的' },
  ]);
});

test('gives two texts on one page different ids', () => {
  const source = '## 总则\n\n一[^1]\n\n[^1]: 注';
  const idsOf = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const first = idsOf(renderMarkdown(source, { idPrefix: 'a-' }).html);
  const second = idsOf(renderMarkdown(source, { idPrefix: 'b-' }).html);
  expect(first).toHaveLength(4);
  expect(first.filter((id) => second.includes(id))).toEqual([]);
});

test('keeps ids unique when a heading looks like a numbered id', () => {
  const { headings } = renderMarkdown('## 总结\n\n## 总结-2\n\n## 总结');
  expect(new Set(headings.map(({ slug }) => slug)).size).toBe(3);
});

test('returns plain text as it would be read aloud', () => {
  const source = [
    '## 总结',
    '',
    '坚持**学习**[^1]，',
    '见[公告](/a)和 `npm`。![图](a.jpg)<!-- 待核 -->',
    '',
    '![说明](b.jpg "三月五日")',
    '',
    '::: 提示 停水',
    '- [x] 清扫&lt;楼道',
    ':::',
    '',
    '| 项目 | 数量 |',
    '|---|---|',
    '| 讲座 | 3 |',
    '',
    '[^1]: 注释文字',
  ].join('\n');
  expect(renderMarkdown(source).text.split('\n')).toEqual([
    '总结',
    '坚持学习，见公告和 npm。',
    '三月五日',
    '提示：停水',
    '清扫<楼道',
    '项目 数量',
    '讲座 3',
    '注释文字',
  ]);
});

test('breaks lines of plain text where the page does, and keeps literal marks', () => {
  const plain = (source: string) => renderMarkdown(source).text.split('\n');
  expect(plain('　　首行。\n　　第二\n段。')).toEqual(['首行。', '第二段。']);
  expect(plain('时间：九点\n地点：三\n楼')).toEqual(['时间：九点', '地点：三', '楼']);
  expect(plain('志愿者在楼道里\n清扫。\n\n- 1、甲\n  2、乙')).toEqual([
    '志愿者在楼道里清扫。',
    '1、甲',
    '2、乙',
  ]);
  expect(plain('张*明、李*红，8:30~~9:00\n\n姓名：____')).toEqual(['张*明、李*红，8:30~~9:00', '姓名：____']);
});

test('treats masked names alike in a heading, its id and its plain text', () => {
  const { headings, text } = renderMarkdown('## 张*明、李*红的**事迹**');
  expect(headings[0]).toEqual({ depth: 2, slug: 'h-张-明-李-红的事迹', text: '张*明、李*红的事迹' });
  expect(text).toBe('张*明、李*红的事迹');
});

test('returns links and images as written, with their lines', () => {
  const { links, pictures } = renderMarkdown(
    '[一](/学习?a=1&b)\n二[三](../a.md)\n\n![图 *一*](照 片.jpg)\n![图](<照 片.jpg>)',
  );
  expect(links).toEqual([
    { href: '/学习?a=1&b', line: 1 },
    { href: '../a.md', line: 2 },
  ]);
  expect(pictures).toEqual([
    { src: '照 片.jpg', alt: '图 一', line: 4 },
    { src: '照 片.jpg', alt: '图', line: 5 },
  ]);
});

test('rewrites internal links and no others', () => {
  const source = '## 一\n\n[a](/a) [b](b/) [c](#一) [d](https://example.cn/) [e](tel:110) [f](//example.cn)';
  const { html } = renderMarkdown(source, { link: (href) => `/hub/${href}` });
  const targets = [...html.matchAll(/<a[^>]* href="([^"]+)"/g)].map(([, href]) => href);
  expect(targets.slice(1)).toEqual([
    '/hub//a',
    '/hub/b/',
    '#h-一',
    'https://example.cn/',
    'tel:110',
    '//example.cn',
  ]);
});

test('lets the caller write the attributes of an image and gives the index of its use', () => {
  const { html } = renderMarkdown('![一](a.jpg)\n\n字![二](a.jpg)![三](b.jpg)', {
    picture: ({ src, alt, index }) => `data-picture="${src} ${alt} ${index}"`,
  });
  expect(html).toBe(
    '<figure><img data-picture="a.jpg 一 0"></figure>\n' +
      '<p>字<img data-picture="a.jpg 二 1"><img data-picture="b.jpg 三 0"></p>\n',
  );
});

test('keeps no state between two texts', () => {
  renderMarkdown('[a]: /x\n\n[^1]: 注\n\n## 总结[^1]');
  expect(renderMarkdown('## 总结\n\n[a] [^1]').html).toContain('id="h-总结"');
  expect(renderMarkdown('[a]').links).toEqual([]);
});
