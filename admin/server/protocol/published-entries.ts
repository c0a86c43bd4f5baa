import { decodeText } from '../../../src/model/files/decode-text.ts';
import { fileFinder } from '../../../src/model/files/file-finder.ts';
import { displayTime } from '../../shared/beijing-time.ts';
import { entryOfFolder, entryOfText, contentRoot, checkedPath } from '../entries/entry-paths.ts';
import { Refusal } from '../../shared/refusal.ts';
import { namesBesideText } from '../git/content-snapshots.ts';
import { mainCommit, versionAt } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';

/** A published entry in Decap's format, with its version and its draft, if any. */
export async function publishedEntry(store: Store, path: string) {
  const { collection, folder } = entryOfText(path);
  const main = await mainCommit(store);
  const [object, version, records, files] = await Promise.all([
    store.repository.read(`${main}:${path}`),
    versionAt(store, main, folder),
    store.records.read(),
    store.snapshots.entry(main, folder),
  ]);
  if (object?.type !== 'blob') return undefined;
  const draft = [...records.drafts.values()].find((each) => each.from === folder || each.folder === folder);
  const { slug, status, updatedBy, updatedAt } = draft ?? {};
  return {
    file: { path, id: object.id },
    data: decodeText(object.bytes).text,
    version,
    files: namesBesideText(files, folder),
    collection,
    draft: draft && {
      collection,
      slug,
      status,
      updatedBy,
      updatedAt,
      updatedAtText: displayTime(draft.updatedAt),
    },
  };
}

/** Pictures are stored with their entry, so a media folder is an entry's folder. Other folders are empty. */
export async function mediaFilesIn(store: Store, mediaFolder: string): Promise<unknown[]> {
  let folder: string;
  try {
    folder = entryOfFolder(mediaFolder).folder;
  } catch {
    return [];
  }
  const files = await store.snapshots.entry(await mainCommit(store), folder);
  return Promise.all(
    [...files]
      .filter(([path]) => !path.endsWith('.md'))
      .map(async ([path, { id }]) =>
        decapFile(`${contentRoot}/${path}`, { id, bytes: (await store.repository.read(id))!.bytes }),
      ),
  );
}

/** The file that a text in `folder` refers to by `src`, in a commit. */
export async function referencedFile(
  store: Store,
  commit: string,
  folder: string,
  src: string,
): Promise<{ path: string; id: string; bytes: Buffer } | undefined> {
  const files = await store.snapshots.entry(commit, folder);
  const found = fileFinder(files.keys())(folder, src);
  if (!found || !('path' in found)) return undefined;
  const object = await store.repository.read(files.get(found.path)!.id);
  return object && { path: found.path, id: object.id, bytes: object.bytes };
}

/** A file in Decap's format. */
export const decapFile = (path: string, { id, bytes }: { id: string; bytes: Buffer }) => ({
  id,
  name: path.split('/').at(-1) ?? path,
  path,
  content: bytes.toString('base64'),
  encoding: 'base64',
});

export async function mediaFile(store: Store, path: string) {
  checkedPath(path);
  const file = await store.repository.read(`${await mainCommit(store)}:${path}`);
  if (file?.type !== 'blob') throw new Refusal(404, '找不到这个文件，它可能已经被删除。');
  return decapFile(path, file);
}
