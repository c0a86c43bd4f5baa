import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fewAtATime } from '../../disk/few-at-a-time.ts';
import { filesBelow } from '../../disk/folder-files.ts';
import { contentId, FileFactsCache } from '../../media/facts-cache.ts';
import type { ContentFiles } from '../../model/check/content-files.ts';
import { decodeText } from '../../model/files/decode-text.ts';
import type { Coding } from '../../model/files/decode-text.ts';
import type { FileFacts } from '../../model/files/file-facts.ts';
import { extensionOf, keptTypes } from '../../model/files/file-names.ts';

/** The content folder: CONTENT_DIR, or content/ of the project. Absolute. */
export const contentFolder = (): string => path.resolve(process.env['CONTENT_DIR'] ?? 'content');

/** Reads a content folder. Names that begin with a dot belong to the system, not to the editors. */
export async function readContentFolder(folder: string): Promise<ContentFiles> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new Error(`The content folder ${folder} does not exist.`);

  const paths = (await filesBelow(folder)).filter(
    (name) => !name.split('/').some((part) => part.startsWith('.')),
  );
  const codings = new Map<string, Coding>();
  const read = async (extension: string): Promise<Map<string, string>> => {
    const names = paths.filter((name) => name.endsWith(extension));
    const texts = await fewAtATime(names, async (name) => {
      const { text, coding } = decodeText(await readFile(path.join(folder, name)));
      if (coding) codings.set(name, coding);
      return text;
    });
    return new Map(names.map((name, index) => [name, texts[index] ?? '']));
  };
  return {
    texts: await read('.md'),
    paths: new Set(paths),
    tables: await read('.csv'),
    codings,
    facts: await factsOf(folder, paths),
  };
}

let factsCache: FileFactsCache | undefined;

/** What the pictures and documents are. Files are read one by one, so a large folder is not held in memory. */
async function factsOf(folder: string, paths: readonly string[]): Promise<Map<string, FileFacts>> {
  factsCache ??= new FileFactsCache(process.env['CACHE_DIR'] ?? 'node_modules/.astro');
  const known = factsCache;
  const facts = new Map<string, FileFacts>();
  const left = paths.filter((name) => keptTypes.includes(extensionOf(name)));
  const readNext = async (): Promise<void> => {
    for (let name = left.pop(); name !== undefined; name = left.pop()) {
      const bytes = await readFile(path.join(folder, name));
      facts.set(name, await known.of(contentId(bytes), () => Promise.resolve(bytes)));
    }
  };
  await Promise.all(Array.from({ length: 4 }, readNext));
  return facts;
}
