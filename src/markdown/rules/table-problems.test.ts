import { expect, test } from 'vitest';
import { renderMarkdown } from '../render.ts';

const problemsOf = (...lines: string[]) =>
  renderMarkdown(lines.join('\n')).problems.map(({ line, message }) => `第 ${line} 行  ${message}`);
const table = ['| 日子 | 地点 |', '|---|---|', '| 周一 | 三楼 |'];
const advice = '请在表头和“---”那一行补上列，或把多出的内容并进前面的格子；“|”是文字时写成“\\|”。';

test.each<[name: string, lines: string[], problems: string[]]>([
  [
    'a row with more cells than the head',
    [...table, '| 周二 | 二楼 | 带伞 | 自备 |'],
    [`第 4 行  表格里以“周二”开头的这一行有 4 格，表头只有 2 格，读者看不到“带伞、自备”。${advice}`],
  ],
  [
    'a pipe in code, which separates cells too, in a quotation',
    table.concat('| `a|b` | 二楼 |').map((line) => `> ${line}`),
    [`第 4 行  表格里以“\`a”开头的这一行有 3 格，表头只有 2 格，读者看不到“二楼”。${advice}`],
  ],
  [
    'a row in a list, typed with a Chinese input method',
    ['- ｜日子｜地点｜', '  ｜——｜——｜', '  ｜周一｜三楼｜带伞｜'],
    [`第 3 行  表格里以“周一”开头的这一行有 3 格，表头只有 2 格，读者看不到“带伞”。${advice}`],
  ],
  [
    'a sentence directly below',
    [...table, '以上安排可能调整。'],
    [
      '第 4 行  “以上安排可能调整。”紧接在表格下面，会排进表格的第一格。请在它前面空一行；它是表格的一行时，请用“|”分隔各列。',
    ],
  ],
  [
    'no delimiter row',
    ['一', '', '| 日子 | 地点 |', '| 周一 | 三楼 |', '', '日子 | 地点', '周二 | 二楼'],
    [
      '第 3 行  以“日子”开头的这一行像是表格，却排不成，读者会看到“|”。表格要先写表头，第二行写“| --- | --- |”，中间不空行；不是表格，请把“|”换成别的标点。',
      '第 6 行  以“日子”开头的这一行像是表格，却排不成，读者会看到“|”。表格要先写表头，第二行写“| --- | --- |”，中间不空行；不是表格，请把“|”换成别的标点。',
    ],
  ],
  [
    'a row cut off by an empty line',
    [...table, '', '| 周二 | 二楼 |'],
    [
      '第 5 行  以“周二”开头的这一行像是表格，却排不成，读者会看到“|”。表格要先写表头，第二行写“| --- | --- |”，中间不空行；不是表格，请把“|”换成别的标点。',
    ],
  ],
  [
    'a delimiter row with another number of cells',
    ['说明：', '| 日子 | 地点 | 人 |', '|---|---|', '| 周一 | 三楼 | 王 |'],
    ['第 3 行  以“日子”开头的表头有 3 格，这一行“---”有 2 格，排不成表格。请写成“| --- | --- | --- |”。'],
  ],
  [
    'a delimiter row of other characters',
    ['| 日子 | 地点 |', '| === | === |', '| 周一 | 三楼 |'],
    [
      '第 2 行  这一行本该把以“日子”开头的表头和下面的行分开，却没有读懂。请写成“| --- | --- |”，行首不留空格。',
    ],
  ],
  [
    'nothing: fewer cells, extra empty cells, dashes for “none”, text directly above',
    ['说明：', ...table, '| 周二 |', '| 周三 | 二楼 | | |', '| —— | —— |', '| a\\|b | c |'],
    [],
  ],
  ['nothing: one column without pipes', ['| 日子 |', '|---|', '周一'], []],
  ['nothing: pipes in a sentence', ['电话：1 | 邮箱：2', '', '｜x｜ 是绝对值', '', '`| a | b |`'], []],
])('%s', (_name, lines, problems) => expect(problemsOf(...lines)).toEqual(problems));
