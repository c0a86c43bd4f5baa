import { expect, test } from 'vitest';
import { citation } from './citation.ts';

test('cites an online text as in GB/T 7714', () => {
  const { before, after } = citation({
    author: '示例社区居委会',
    title: '一条坡道，六步商量',
    published: '2026-10-15',
    url: 'https://hub.example.edu.cn/materials/xieshang-liubu/',
  });
  expect(`${before}[2026-11-26]${after}`).toBe(
    '示例社区居委会. 一条坡道，六步商量[EB/OL]. (2026-10-15)[2026-11-26]. https://hub.example.edu.cn/materials/xieshang-liubu/.',
  );
});
