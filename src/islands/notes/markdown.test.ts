import { expect, test } from 'vitest';
import { notesAsMarkdown } from './markdown.ts';

const note = { id: 'a', before: '', after: '', day: '2026-11-26' };

test('writes all notes as one text, grouped by page', () => {
  expect(
    notesAsMarkdown(
      [
        { ...note, page: '/materials/b/', title: '坡道', quote: '先看一眼\n再说', text: ' 记得带尺 ' },
        { ...note, page: '/materials/a/', title: '单子', quote: '', text: '下周问' },
        { ...note, page: '/materials/b/', title: '坡道', quote: '画在地上', text: '' },
      ],
      'https://hub.example.edu.cn',
    ),
  ).toBe(
    `# 我的笔记

## 单子

<https://hub.example.edu.cn/materials/a/>

下周问

（2026-11-26）

## 坡道

<https://hub.example.edu.cn/materials/b/>

> 先看一眼
> 再说

记得带尺

（2026-11-26）

> 画在地上

（2026-11-26）
`,
  );
});
