import { expect, test } from 'vitest';
import { renderMarkdown } from '../render.ts';

test('collects visible text line by line, with its separate pieces', () => {
  const source =
    '请**务必**看`码`\n[这里](/a)。![图](b.jpg "注")\n\n| 甲 |\n|---|\n| 乙<br>丙 |\n\n```\n码\n```\n<!-- 待核 -->';
  expect(renderMarkdown(source).passages).toEqual([
    { line: 1, text: '请务必看\0', pieces: ['请', '务必', '看'] },
    { line: 2, text: '这里。\0', pieces: ['这里', '。'] },
    { line: 2, text: '图', pieces: ['图'] },
    { line: 2, text: '注', pieces: ['注'] },
    { line: 4, text: '甲', pieces: ['甲'] },
    { line: 6, text: '乙', pieces: ['乙'] },
    { line: 6, text: '丙', pieces: ['丙'] },
  ]);
});

test('leaves out lines of blanks, and keeps the numbers of the others', () => {
  const { passages } = renderMarkdown('甲\\\n\u3000\\\n乙');
  expect(passages.map(({ line, text }) => [line, text])).toEqual([
    [1, '甲'],
    [3, '乙'],
  ]);
});
