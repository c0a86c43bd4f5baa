import { readFile } from 'node:fs/promises';
import { hardBreaks } from '../src/markdown/syntax/hard-breaks.ts';
import { printTable } from './table.ts';

/**
 * How well Enter is told from the end of a column: the paragraphs of every law in a JSON Lines file, once typed with
 * one Enter between them, and once each cut into columns. Of the first, no line should be joined to the line before;
 * of the second, none should begin anew.
 */
export async function measureLineBreaks(_folder: string, laws?: string): Promise<void> {
  if (laws === undefined)
    throw new Error('Name a JSON Lines file of laws: npm run bench -- line-breaks laws.jsonl');
  const lines = (await readFile(laws, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  const texts = lines.map((line) => paragraphsIn((JSON.parse(line) as { body: string }).body));
  const rows = [['Enter', ...counted(texts)]];
  for (const column of [30, 40, 60, 80]) {
    rows.push([`column of ${String(column)}`, ...counted(texts.flat().map((text) => cut(text, column)))]);
  }
  printTable('Line breaks of paragraphs', ['lines end by', 'breaks', 'kept', 'joined'], rows);
}

function counted(texts: readonly string[][]): string[] {
  const begins = texts.flatMap((lines) => hardBreaks(lines.map((text) => ({ text }))).slice(1));
  const kept = begins.filter(Boolean).length;
  return [begins.length, kept, begins.length - kept].map(String);
}

/** Without headings, tables and lists, which Markdown keeps apart anyway. */
const paragraphsIn = (body: string): string[] =>
  body
    .split(/\n\s*\n/)
    .map((text) => text.replaceAll('**', '').trim())
    .filter((text) => text !== '' && !/^(?:[#|<>-]|\d+\. )|\n/.test(text));

/** Chinese characters take two columns. Words and numbers stay whole; punctuation hangs over, as typesetting has it. */
function cut(text: string, column: number): string[] {
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
