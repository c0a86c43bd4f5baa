import { normalised } from '../text/characters.ts';

export interface Table {
  columns: string[];
  /** The cells as text, in the order of the columns. */
  rows: string[][];
}

/**
 * A CSV file (RFC 4180): quoted cells, doubled quotes, any line ending, a byte order mark from Excel. A quote inside a
 * cell is a quote, as in Excel. Read by hand: a pattern for quoted cells runs out of memory at some millions of letters.
 */
export function readCsv(text: string): Table {
  const records: string[][] = [[]];
  // This also removes the byte order mark and invisible characters in column names, which charts refer to.
  const source = normalised(text);
  for (let at = 0; at < source.length;) {
    const quoted = source[at] === '"' ? closingQuote(source, at + 1) : undefined;
    const end = endOfCell(source, quoted === undefined ? at : quoted + 1);
    const inQuotes = quoted === undefined ? '' : source.slice(at + 1, quoted).replaceAll('""', '"');
    records.at(-1)?.push((inQuotes + source.slice(quoted === undefined ? at : quoted + 1, end)).trim());
    if (end < source.length && source[end] !== ',') records.push([]);
    at = end + (source.startsWith('\r\n', end) ? 2 : 1);
  }
  const [columns = [], ...rows] = records.filter((record) => record.some((value) => value !== ''));
  return { columns, rows };
}

/** Where a quoted cell ends: at the first quote that is not doubled, or at the end of the file. */
function closingQuote(source: string, from: number): number {
  for (let at = source.indexOf('"', from); at !== -1; at = source.indexOf('"', at + 2))
    if (source[at + 1] !== '"') return at;
  return source.length;
}

function endOfCell(source: string, from: number): number {
  separator.lastIndex = from;
  return separator.exec(source)?.index ?? source.length;
}
const separator = /[,\r\n]/g;

/** The column names of a chart, written in one line: `男、女`. */
export const columnsNamed = (text: string): string[] =>
  text
    .split(/[、，,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
