import { harmfulIn } from '../text/characters.ts';
import type { CheckedEntry } from './checked-entry.ts';
import type { ContentFiles } from './content-files.ts';
import { tableCodingSentence } from '../files/decode-text.ts';
import type { Problem } from '../problems.ts';

/** What is wrong with the characters in CSV files, said of the entries they lie beside: they are drawn and downloaded. */
export function checkTables(
  entries: readonly (CheckedEntry & { folder: string })[],
  { tables, codings }: ContentFiles,
): Problem[] {
  const byFolder = Map.groupBy(tables ?? [], ([path]) => path.slice(0, path.lastIndexOf('/')));
  return entries.flatMap((entry) =>
    (byFolder.get(entry.folder) ?? []).flatMap(([path, text]): Problem[] => {
      const name = path.slice(entry.folder.length + 1);
      const place = { file: entry.file, line: lineOf(entry, name) };
      const coding = codings?.get(path);
      if (coding) return [{ ...place, message: tableCodingSentence(name, coding) }];
      return text.split('\n').flatMap((row, index) => {
        const said = harmfulIn(row.replace(/\r$/, ''));
        if (said === undefined) return [];
        return [{ ...place, message: `表格文件“${name}”第 ${String(index + 1)} 行里${said}` }];
      });
    }),
  );
}

/** Where the front matter names the file; a file linked in the text is said of the beginning. */
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
