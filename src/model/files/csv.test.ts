import { expect, test } from 'vitest';
import { columnsNamed, readCsv } from './csv.ts';

test.each([
  ['甲,乙\n1,2\n', ['甲', '乙'], [['1', '2']]],
  [
    '\uFEFF甲,乙\r\n1,2\r\n\r\n3,\r\n',
    ['甲', '乙'],
    [
      ['1', '2'],
      ['3', ''],
    ],
  ],
  ['"甲,""引号""",乙\n"两\n行", 2 ', ['甲,"引号"', '乙'], [['两\n行', '2']]],
  ['人\u200b数,户\u00a0数\n3\ufeff,4\n', ['人数', '户 数'], [['3', '4']]],
  ['甲\r1\r2', ['甲'], [['1'], ['2']]],
  [
    '甲,乙\n5"管,1\n"两"间,2\n三,3',
    ['甲', '乙'],
    [
      ['5"管', '1'],
      ['两间', '2'],
      ['三', '3'],
    ],
  ],
  ['甲\n"一\n二', ['甲'], [['一\n二']]],
  ['甲', ['甲'], []],
  ['', [], []],
])('%j is read cell by cell', (text, columns, rows) => {
  expect(readCsv(text)).toEqual({ columns, rows });
});

test.each([
  ['quoted', (long: string) => `甲,乙\n"${long}",1\n`],
  ['quoted and never closed', (long: string) => `甲\n"${long}`],
  ['of quotes', (long: string) => `甲\n"${long.replaceAll('x', '"')}"\n`],
])('reads a cell of ten megabytes, %s', (_, around) => {
  expect(readCsv(around('x'.repeat(9_900_000))).rows).toHaveLength(1);
});

test('accepts any kind of comma between column names', () => {
  expect(columnsNamed('男、女， 不详,')).toEqual(['男', '女', '不详']);
});
