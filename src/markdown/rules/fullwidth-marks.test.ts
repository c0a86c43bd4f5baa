import { expect, test } from 'vitest';
import { renderMarkdown } from '../render.ts';

const told = (source: string) =>
  renderMarkdown(source).problems.map(({ line, message }) => `第 ${line} 行  ${message}`);

test.each<[name: string, source: string, problem: string]>([
  [
    'stars of full width inside a sentence',
    '一\n请＊＊务必＊＊参加',
    '第 2 行  “＊＊务必＊＊”的星号是全角的，读者会看到它。要强调，请写成“**务必**”；是隐去的字，请写成“×”。',
  ],
  [
    'a shout before a link to a picture',
    '真好！[照片](a.jpg)',
    '第 1 行  “！[照片](a.jpg)”前面的感叹号是全角的，读者看到的是链接。要插入图片，请写成“![照片](a.jpg)”；是感叹，请在“！”后面空一格。',
  ],
  [
    'an address of the site behind a title',
    '一\n\n【公告】（/notices/1/）',
    '第 3 行  “【公告】（/notices/1/）”读者点不开。要做成链接，请写成“[公告](/notices/1/)”。',
  ],
])('%s', (_name, source, problem) => expect(told(source)).toEqual([problem]));

test('where nothing can be meant but the text, nothing is said', () => {
  const source =
    '李＊＊和王＊＊，尾号＊＊88和＊＊99，好～～呀～～。真好！ [照片](a.jpg)\n\n＃１号楼 [2026]（3）\n\n—— 鲁迅';
  expect(told(source)).toEqual([]);
});

test('lines keep their numbers, behind code and lists too', () => {
  expect(told('｀｀｀\n［^1］\n｀｀｀\n\n１．甲\n２．乙\n\n> ＞ 丙\n\n# 一')).toEqual([
    '第 10 行  一级标题“# ”留给文章的题目，正文里的标题请从二级开始，写成“## ”。',
  ]);
});
