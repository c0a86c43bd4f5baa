import { normalised } from '../text/characters.ts';

export interface Table {
  columns: string[];
  /** The cells as text, in the order of the columns. */
  rows: string[][];
}

/** A CSV file (RFC 4180): quoted cells, doubled quotes, either line ending, a byte order mark from Excel. */
export function readCsv(text: string): Table {
  const records: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  // This also removes the byte order mark and invisible characters in column names, which charts refer to.
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

/** The column names of a chart, written in one line: `男、女`. */
export const columnsNamed = (text: string): string[] =>
  text
    .split(/[、，,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
