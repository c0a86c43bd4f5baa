import { expect, test } from 'vitest';
import { checkContent } from './check-content.ts';
import type { ContentFiles } from './content-files.ts';

const text = '---\ntitle: 调查\ndata:\n  src: shuju.csv\n  title: 数据\n---\n\n正文\n';
const renderBody = () => ({ headings: [], links: [], pictures: [], problems: [] });

function messagesFor(table: string, codings: ContentFiles['codings'] = new Map()): string[] {
  const path = 'documents/diaocha/index.md';
  const tables = new Map([['documents/diaocha/shuju.csv', table]]);
  const files = { texts: new Map([[path, text]]), paths: new Set([path, ...tables.keys()]), tables, codings };
  return checkContent(files, { renderBody })
    .problems.filter(({ message }) => message.includes('shuju.csv'))
    .map(({ file, line, message }) => `${file} ${String(line)} ${message}`);
}

const place = 'content/documents/diaocha/index.md 4 表格文件“shuju.csv”';

test('reports a lost character and a control character with their rows', () => {
  expect(messagesFor('楼栋,户数\r\n一\ufffd栋,3\r\n二栋,\u00084\r\n')).toEqual([
    `${place}第 2 行里“一”和“栋,3”之间有一个乱码“\ufffd”，原来的字已经丢了。请对照原文把这个字补上。`,
    `${place}第 3 行里“二栋,”和“4”之间有一个看不见的控制符号，不是文字。请删去这几个字，重新打一遍。`,
  ]);
});

test('reports a table in GBK, as Excel saves it in China', () => {
  expect(messagesFor('楼栋,户数\n', new Map([['documents/diaocha/shuju.csv', 'GBK']]))).toEqual([
    `${place}是用 GBK（也叫 ANSI）编码保存的，读者看到的会是乱码。请在表格软件里另存为“CSV UTF-8”，再放上来。`,
  ]);
});

test('accepts a table with a byte order mark, which Excel needs', () => {
  expect(messagesFor('\ufeff楼栋,户数\n一栋,3\n')).toEqual([]);
});
