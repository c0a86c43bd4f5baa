import { pathBesideText, contentRoot } from '../entries/entry-paths.ts';
import type { Store } from '../git/content-store.ts';
import { cleanUpload } from '../protocol/clean-upload.ts';

export interface UploadedFile {
  path: string;
  bytes: Buffer;
}

/** Cleans and stores the uploaded files that the text refers to; ignores others. Returns path -> blob id. */
export async function storeReferencedFiles(
  store: Store,
  files: readonly UploadedFile[],
  moved: { from: string; to: string },
  isNamed: (name: string) => boolean,
): Promise<Map<string, string>> {
  const stored = new Map<string, string>();
  for (const { path, bytes } of files) {
    const target = pathBesideText(
      moved.to,
      path.replace(`${contentRoot}/${moved.from}/`, `${contentRoot}/${moved.to}/`),
    );
    if (!isNamed(target.split('/').at(-1)!)) continue;
    const clean = await cleanUpload(target, bytes, (each) => store.snapshots.cleaned(each));
    stored.set(target, await store.repository.storeBlob(Buffer.from(clean)));
  }
  return stored;
}

/**
 * Files of a draft that the text no longer refers to. Published files are kept: they may have been added by hand.
 */
export const unreferencedFiles = (
  held: readonly string[],
  published: readonly string[],
  isNamed: (name: string) => boolean,
): Set<string> => new Set(held.filter((name) => !published.includes(name) && !isNamed(name)));
