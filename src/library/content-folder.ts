import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ContentFiles } from '../model/check-content.ts';
import { decodeText } from '../model/decode-text.ts';
import type { Coding } from '../model/decode-text.ts';

/** Where the content lies: CONTENT_DIR, else content/ of the project. Absolute. */
export const contentFolder = (): string => path.resolve(process.env['CONTENT_DIR'] ?? 'content');

/** Reads a content folder. Names that begin with a dot are the system's, not the editors'. */
export async function readContentFolder(folder: string): Promise<ContentFiles> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new Error(`The content folder ${folder} does not exist.`);

  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')))
    .sort();
  const codings = new Map<string, Coding>();
  const read = async (extension: string): Promise<Map<string, string>> => {
    const names = paths.filter((name) => name.endsWith(extension));
    const texts = await Promise.all(
      names.map(async (name) => {
        const { text, coding } = decodeText(await readFile(path.join(folder, name)));
        if (coding) codings.set(name, coding);
        return text;
      }),
    );
    return new Map(names.map((name, index) => [name, texts[index] ?? '']));
  };
  return { texts: await read('.md'), paths: new Set(paths), tables: await read('.csv'), codings };
}
