import { readFile } from 'node:fs/promises';
import { hardBreaks } from '../src/markdown/syntax/hard-breaks.ts';
import { printTable } from './table.ts';

/**
 * How well the renderer tells Enter from a wrapped column. Takes the paragraphs of every law in a JSON Lines file, first
 * with one Enter between them, then each wrapped into columns. In the first case no line should be joined to the one
 * before; in the second none should start a new line.
 */
export async function measureLineBreaks(_folder: string, laws?: string): Promise<void> {
  if (laws === undefined)
    throw new Error('Name a JSON Lines file of laws: npm run bench -- line-breaks laws.jsonl');
  const lines = (await readFile(laws, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  const texts = lines.map((line) => paragraphsIn((JSON.parse(line) as { body: string }).body));
  const rows = [['Enter', ...countsOf(texts)]];
  for (const column of [30, 40, 60, 80]) {
    rows.push([
      `column of ${String(column)}`,
      ...countsOf(texts.flat().map((text) => wrapped(text, column))),
    ]);
  }
  printTable('Line breaks of paragraphs', ['line end', 'breaks', 'kept', 'joined'], rows);
}

function countsOf(texts: readonly string[][]): string[] {
  const begins = texts.flatMap((lines) => hardBreaks(lines.map((text) => ({ text }))).slice(1));
  const kept = begins.filter(Boolean).length;
  return [begins.length, kept, begins.length - kept].map(String);
}

/** Without headings, tables and lists, which Markdown separates anyway. */
const paragraphsIn = (body: string): string[] =>
  body
    .split(/\n\s*\n/)
    .map((text) => text.replaceAll('**', '').trim())
    .filter((text) => text !== '' && !/^(?:[#|<>-]|\d+\. )|\n/.test(text));

/** Chinese characters take two columns. Words and numbers stay whole; punctuation may hang over the edge. */
function wrapped(text: string, column: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const [word] of text.matchAll(/[\w.%-]+|./gsu)) {
    const more = [...word].reduce((sum, character) => sum + (character > '\u2000' ? 2 : 1), 0);
    if (width + more > column && !/^[，。；：、！？）》”’…]/.test(word)) {
      lines.push(line.trim());
      [line, width] = ['', 0];
    }
    line += word;
    width += more;
  }
  return [...lines, line.trim()];
}
