import { harmfulIn } from '../text/characters.ts';
import type { CheckedEntry } from './checked-entry.ts';
import type { ContentIndex } from '../incremental/content-index.ts';
import { tableCodingSentence } from '../files/decode-text.ts';
import type { Problem } from '../problems.ts';

/** Checks the encoding and characters of CSV files, which are drawn and downloaded. Reported for the entry in the folder. */
export function checkTables(entry: CheckedEntry & { folder: string }, index: ContentIndex): Problem[] {
  return index.tablesIn(entry.folder).flatMap(({ path, text, coding }): Problem[] => {
    const name = path.slice(entry.folder.length + 1);
    const place = { file: entry.file, line: lineOf(entry, name) };
    if (coding) return [{ ...place, message: tableCodingSentence(name, coding) }];
    return text.split('\n').flatMap((row, number) => {
      const harmful = harmfulIn(row.replace(/\r$/, ''));
      if (harmful === undefined) return [];
      return [{ ...place, message: `表格文件“${name}”第 ${String(number + 1)} 行里${harmful}` }];
    });
  });
}

/** The line of the file in the front matter, or line 1 for a file that is linked in the text. */
function lineOf({ data, lines }: CheckedEntry, name: string): number {
  const find = (value: unknown, path: string): string | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    if ('src' in value && (value.src === name || value.src === `./${name}`)) return path;
    for (const [key, inner] of Object.entries(value)) {
      const found = find(inner, path === '' ? key : `${path}.${key}`);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return lines[find(data, '') ?? ''] ?? 1;
}
