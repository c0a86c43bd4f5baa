import { expect, test } from 'vitest';
import { renderMarkdown } from '../../markdown/render.ts';
import { closestAnchorName } from './entry-anchors.ts';
import type { Entry } from '../check/checked-entry.ts';
import { checkLinks } from '../check/check-links.ts';
import { ContentIndex } from '../incremental/content-index.ts';

const entry = (slug: string, collection: Entry['collection'], body: string, data = {}): Entry => ({
  collection,
  slug,
  folder: `${collection}/${slug}`,
  file: `content/${collection}/${slug}/index.md`,
  address: `/${collection}/${slug}/`,
  data,
  body,
  isBlank: false,
  bodyLine: 1,
  lines: {},
  rendered: renderMarkdown(body, { places: ['decisions-3'], nearest: closestAnchorName }),
});

const law = entry(
  'banfa',
  'documents',
  '## 第一章 总则\n\n一[^1]\n\n## 第二章　职责\n\n### PDCA 2\n\n[^1]: 注',
);
const minutes = entry('huiyi', 'meetings', '决定见[第三条](#decisions-3)。', { decisions: [{ number: 3 }] });

/** The problems of the last entry, among the others. */
function problemsAmong(...entries: Entry[]) {
  const index = new ContentIndex();
  for (const each of entries) index.addEntry(each);
  return checkLinks(entries.at(-1)!, index);
}

const messagesFor = (href: string) =>
  problemsAmong(law, minutes, entry('a', 'terms', `[见](<${href}>)`)).map(({ message }) => message);

test.each([
  '/documents/banfa/#第一章-总则',
  '/documents/banfa/#第一章 总则',
  '/documents/banfa#h-第二章-职责',
  '/documents/banfa/#%E7%AC%AC%E4%BA%8C%E7%AB%A0-%E8%81%8C%E8%B4%A3',
  '/documents/banfa/#top',
  '/documents/banfa/#fn-1',
  '/documents/banfa/#fnref-1',
  '/documents/banfa/#h-pdca-2',
  '/documents/banfa/#',
  '/meetings/huiyi/#decisions-3',
])('accepts an anchor on another page: %s', (href) => expect(messagesFor(href)).toEqual([]));

test.each([
  ['/documents/banfa/#第二章-职员', '#第二章-职责'],
  ['/documents/banfa/#总则', '#第一章-总则'],
  ['/documents/banfa/#h-第一章', '#第一章-总则'],
  ['/documents/banfa/#pdca-2', '#h-pdca-2'],
  ['/documents/banfa/#fn-2', '#fn-1'],
  ['/meetings/huiyi/#decisions-4', '#decisions-3'],
])('suggests the closest anchor: %s', (href, near) => {
  expect(messagesFor(href)).toEqual([`链接“${href}”里 # 后面的小标题不存在，是不是 ${near}？请改正。`]);
  // The suggestion is accepted.
  expect(messagesFor(href.replace(/#.*/, near))).toEqual([]);
});

test('suggests nothing if nothing is close', () => {
  expect(messagesFor('/documents/banfa/#附件')[0]).toContain('请核对那一页的小标题');
});

test('leaves anchors in the same text to the renderer, so that they are reported once', () => {
  expect(minutes.rendered.problems).toEqual([]);
  const wrong = entry('a', 'terms', '## 第一章 总则\n\n[见](#第一张-总则)');
  expect(wrong.rendered.problems).toEqual([
    {
      line: 3,
      message: '这篇文章里没有“第一张-总则”这个标题，是不是“#第一章-总则”？请写成“#”加标题原来的文字。',
    },
  ]);
  expect(problemsAmong(wrong)).toEqual([]);
});
