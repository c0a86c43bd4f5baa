import { expect, test } from 'vitest';
import { renderMarkdown } from '../../markdown/render.ts';
import { embeddedText } from '../entries/embedded-text.ts';
import { slidesIn } from './slides.ts';
import { textParts } from './text-parts.ts';

const text = `开头一段。[^a]

## 一、轮子

### 第一轮

来了没有。

### 第二轮

好不好。

## 二、讨论

谁来查？

[^a]: 注在这里。
`;

test('splits a text at its headings and moves an empty one above the next', () => {
  const parts = textParts(embeddedText(renderMarkdown(text).html, { prefix: '', down: 0 }));
  expect(parts.map(({ heading, above }) => [above, heading?.text])).toEqual([
    [undefined, undefined],
    ['一、轮子', '第一轮'],
    ['一、轮子', '第二轮'],
    [undefined, '二、讨论'],
    [undefined, '注释'],
  ]);
});

test('loses nothing of the text', () => {
  const html = textParts(renderMarkdown(text).html)
    .map((part) => part.html)
    .join('');
  for (const words of ['开头一段。', '来了没有。', '好不好。', '谁来查？', '注在这里。'])
    expect(html).toContain(words);
});

test('keeps the ids of two texts on one page distinct', () => {
  const { html } = renderMarkdown(text);
  const page =
    embeddedText(html, { prefix: 'm1-', down: 1 }) + embeddedText(html, { prefix: 'm2-', down: 1 });
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const links = [...page.matchAll(/ href="#([^"]*)"/g)].map(([, id = '']) => id);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  expect(page).toContain('<h3 id="m1-h-一-轮子">一、轮子</h3>');
  expect(page).toContain('<h4 id="m2-h-第一轮">第一轮</h4>');
});

test('loads the pictures of an embedded text eagerly', () => {
  expect(embeddedText('<img src="/a.webp" loading="lazy" alt="坡道">', { prefix: '', down: 0 })).toBe(
    '<img src="/a.webp" alt="坡道">',
  );
});

test('numbers slides in the order they are rendered', () => {
  const html =
    '<section data-slide="开头"><h1>开头</h1></section> <section data-slide="第一" data-level="2"><p>来</p></section>';
  expect(slidesIn(html)).toEqual([
    { number: 1, id: 's-1', title: '开头', level: 1, html: '<h1>开头</h1>' },
    { number: 2, id: 's-2', title: '第一', level: 2, html: '<p>来</p>' },
  ]);
});
