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
  ['甲', ['甲'], []],
  ['', [], []],
])('%j is read cell by cell', (text, columns, rows) => {
  expect(readCsv(text)).toEqual({ columns, rows });
});

test('accepts any kind of comma between column names', () => {
  expect(columnsNamed('男、女， 不详,')).toEqual(['男', '女', '不详']);
});
