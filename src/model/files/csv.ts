import { normalised } from '../text/characters.ts';

export interface Table {
  columns: string[];
  /** Cells as text, in the order of the columns. */
  rows: string[][];
}

/** A CSV file (RFC 4180): quoted cells, doubled quotes, either line ending, a byte order mark from Excel. */
export function readCsv(text: string): Table {
  const records: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  // The mark goes as well, and what spreadsheets hide in the name of a column that a chart asks for.
  const source = normalised(text);
  for (let at = 0; at < source.length; at = cell.lastIndex) {
    cell.lastIndex = at;
    const match = cell.exec(source);
    if (!match) break;
    records.at(-1)?.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
    if (match[3] !== ',' && match[3] !== '') records.push([]);
    if (match[0] === '') break;
  }
  const [columns = [], ...rows] = records.filter((record) => record.some((value) => value !== ''));
  return { columns, rows };
}

/** The columns a chart names in one line: `男、女`. */
export const columnsNamed = (text: string): string[] =>
  text
    .split(/[、，,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
