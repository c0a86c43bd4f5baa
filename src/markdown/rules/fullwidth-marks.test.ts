import { expect, test } from 'vitest';
import { renderMarkdown } from '../render.ts';

const problemsOf = (source: string) =>
  renderMarkdown(source).problems.map(({ line, message }) => `第 ${line} 行  ${message}`);

test.each<[name: string, source: string, problem: string]>([
  [
    'full-width asterisks inside a sentence',
    '一\n请＊＊务必＊＊参加',
    '第 2 行  “＊＊务必＊＊”的星号是全角的，读者会看到它。要强调，请写成“**务必**”；是隐去的字，请写成“×”。',
  ],
  [
    'a full-width exclamation mark before a link to an image',
    '真好！[照片](a.jpg)',
    '第 1 行  “！[照片](a.jpg)”前面的感叹号是全角的，读者看到的是链接。要插入图片，请写成“![照片](a.jpg)”；是感叹，请在“！”后面空一格。',
  ],
  [
    'an address of this site after a title',
    '一\n\n【公告】（/notices/1/）',
    '第 3 行  “【公告】（/notices/1/）”读者点不开。要做成链接，请写成“[公告](/notices/1/)”。',
  ],
])('%s', (_name, source, problem) => expect(problemsOf(source)).toEqual([problem]));

test('reports nothing where only plain text can be meant', () => {
  const source =
    '李＊＊和王＊＊，尾号＊＊88和＊＊99，好～～呀～～。真好！ [照片](a.jpg)\n\n＃１号楼 [2026]（3）\n\n—— 鲁迅';
  expect(problemsOf(source)).toEqual([]);
});

test('keeps line numbers, also after code and lists', () => {
  expect(problemsOf('｀｀｀\n［^1］\n｀｀｀\n\n１．甲\n２．乙\n\n> ＞ 丙\n\n# 一')).toEqual([
    '第 10 行  一级标题“# ”留给文章的题目，正文里的标题请从二级开始，写成“## ”。',
  ]);
});
