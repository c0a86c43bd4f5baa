import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { reportProblem } from '../render-env.ts';

/**
 * Markdown drops extra cells of a row, treats a sentence directly below a table as a row, and prints the pipes of a table
 * whose delimiter row (`| --- |`) is missing or too short. This rule reports the row.
 *
 * A row with fewer cells than the header is fine: the missing cells are empty, and nothing is lost.
 */
export function tableProblems(md: MarkdownIt): void {
  md.core.ruler.after('block', 'table_problems', (state) => {
    const lines = state.src.split('\n');
    let columns = 0;
    state.tokens.forEach((token, index) => {
      if (token.type === 'table_open') columns = 0;
      if (token.type === 'th_open') columns++;
      if (token.type === 'tr_open' && columns > 0 && token.map) checkRow(state, lines, token.map[0], columns);
      if (token.type === 'inline' && state.tokens[index - 1]?.type === 'paragraph_open')
        checkParagraph(state, token);
    });
  });
}

function checkRow(state: StateCore, lines: readonly string[], at: number, columns: number): void {
  const row = (lines[at] ?? '').replace(/^[\s>]+/, '').trimEnd();
  const cells = cellsOf(row);
  const lost = cells.slice(columns).filter((cell) => cell !== '');
  if (lost.length > 0) {
    reportProblem(
      state.env,
      at + 1,
      `表格里以“${firstCell(cells)}”开头的这一行有 ${cells.length} 格，表头只有 ${columns} 格，读者看不到“${short(lost.join('、'))}”。` +
        '请在表头和“---”那一行补上列，或把多出的内容并进前面的格子；“|”是文字时写成“\\|”。',
    );
  } else if (!/(?<!\\)\|/.test(row) && columns > 1) {
    reportProblem(
      state.env,
      at + 1,
      `“${short(row)}”紧接在表格下面，会排进表格的第一格。请在它前面空一行；它是表格的一行时，请用“|”分隔各列。`,
    );
  }
}

/** Reports table rows that stayed text. Once for each group of such rows, at the row to fix. */
function checkParagraph({ env }: StateCore, { content, map }: Token): void {
  const lines = content.split('\n').map((line) => line.trim());
  lines.forEach((line, offset) => {
    const at = (map?.[0] ?? 0) + offset + 1;
    const above = lines[offset - 1];
    if (isDelimiterRow(line) && above !== undefined && hasPipe(above)) {
      const [head, dashes] = [cellsOf(above).length, cellsOf(line).length];
      reportProblem(
        env,
        at,
        head === dashes
          ? `这一行本该把以“${firstCell(cellsOf(above))}”开头的表头和下面的行分开，却没有读懂。请写成“${delimiterRowOf(head)}”，行首不留空格。`
          : `以“${firstCell(cellsOf(above))}”开头的表头有 ${head} 格，这一行“---”有 ${dashes} 格，排不成表格。请写成“${delimiterRowOf(head)}”。`,
      );
      return;
    }
    const below = lines[offset + 1];
    if (!isRow(line, below) || (above !== undefined && hasPipe(above)) || isDelimiterRow(below)) return;
    reportProblem(
      env,
      at,
      `以“${firstCell(cellsOf(line))}”开头的这一行像是表格，却排不成，读者会看到“|”。` +
        `表格要先写表头，第二行写“${delimiterRowOf(cellsOf(line).length)}”，中间不空行；不是表格，请把“|”换成别的标点。`,
    );
  });
}

/** Has pipes at its edges, or as many cells as the next line. “电话：1 | 邮箱：2” alone is no table row. */
function isRow(line: string, below = ''): boolean {
  const count = cellsOf(line).length;
  return count > 1 && (/^[|｜].*(?:[|｜]$|\s[|｜]\s)/.test(line) || count === cellsOf(below).length);
}

const hasPipe = (line: string): boolean => /[|｜]/.test(line);
const isDelimiterRow = (line = ''): boolean =>
  hasPipe(line) && /^[|｜:： \t\-－—–=]*[-－—–=]{2,}[|｜:： \t\-－—–=]*$/.test(line);

/** Splits a row as markdown-it does: pipes at the edges are ignored, and escaped pipes do not separate cells. */
function cellsOf(row: string): string[] {
  const cells = row.split(/(?<!\\)[|｜]/).map((cell) => cell.trim());
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells;
}

const delimiterRowOf = (columns: number): string => `|${' --- |'.repeat(Math.min(20, columns))}`;
const firstCell = (cells: readonly string[]): string => short(cells.find((cell) => cell !== '') ?? '');
const short = (text: string): string => (text.length > 20 ? `${text.slice(0, 19)}…` : text);
