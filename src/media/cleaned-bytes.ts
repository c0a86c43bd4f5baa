import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import { fileFault } from '../model/files/file-facts.ts';
import { extensionOf, keptTypes, pictureTypes } from '../model/files/file-names.ts';
import { cleanFile } from './clean-file.ts';
import { fileKindOf } from './file-signature.ts';
import { isCleanRaster } from './raster/clean-raster.ts';

/**
 * A file as readers get it. What the desk stores is clean already; a content folder may also have come from elsewhere.
 * Throws for a file that the check refuses.
 */
export async function cleanedBytes(name: string, bytes: Buffer): Promise<Buffer> {
  if (!keptTypes.includes(extensionOf(name))) return bytes;
  const clean = await cleanFile(bytes);
  const fault = fileFault(name, clean.facts);
  if (fault !== undefined) throw new Error(fault);
  return clean.bytes;
}

/**
 * Cleans the pictures of a built folder in place, and returns how many were not clean. Astro (7.3.5) writes the pictures
 * that it makes without metadata, but leaves originals beside them, also ones that no page links to.
 */
export async function cleanPictures(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const pictures = entries.filter(
    (entry) => entry.isFile() && pictureTypes.includes(extensionOf(entry.name)),
  );
  let cleaned = 0;
  const few = pLimit(4);
  await Promise.all(
    pictures.map(({ parentPath, name }) =>
      few(async () => {
        const file = path.join(parentPath, name);
        const bytes = await readFile(file);
        if (await isCleanRaster(fileKindOf(bytes), bytes)) return;
        const clean = await cleanedBytes(name, bytes);
        if (bytes.equals(clean)) return;
        await writeFile(file, clean);
        cleaned += 1;
      }),
    ),
  );
  return cleaned;
}
