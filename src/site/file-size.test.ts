import { expect, test } from 'vitest';
import { fileKind, fileSize } from './file-size.ts';

test('shows sizes like file managers, and never 0 KB', () => {
  expect([12, 20_000, 3_600_000].map(fileSize)).toEqual(['1 KB', '20 KB', '3.4 MB']);
});

test('names file types by the program that opens them', () => {
  expect(['账目.CSV', '纪要.pdf', '图纸.dwg', '无'].map(fileKind)).toEqual([
    'CSV 数据表',
    'PDF 文档',
    'DWG 文件',
    '文件',
  ]);
});
