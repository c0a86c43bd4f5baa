import { decodeText } from '../../src/model/decode-text.ts';
import { fileFinder } from '../../src/model/beside-text.ts';
import { spokenTime } from '../shared/beijing-time.ts';
import { placeOfFolder, placeOfText, root, safePath } from './places.ts';
import { Refusal } from '../shared/refusal.ts';
import { namesIn } from './snapshots.ts';
import { mainTip, versionAt } from './store.ts';
import type { Store } from './store.ts';

/** A published entry in Decap's shape, with its version and the draft that is being written, if any. */
export async function entryAt(store: Store, path: string) {
  const { collection, folder } = placeOfText(path);
  const main = await mainTip(store);
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
    files: namesIn(files, folder),
    collection,
    draft: draft && { collection, slug, status, updatedBy, updatedAt, said: spokenTime(draft.updatedAt) },
  };
}

/** Pictures live with their entry, so a media folder is an entry's folder. Anything else holds nothing. */
export async function mediaIn(store: Store, mediaFolder: string): Promise<unknown[]> {
  let folder: string;
  try {
    folder = placeOfFolder(mediaFolder).folder;
  } catch {
    return [];
  }
  const files = await store.snapshots.entry(await mainTip(store), folder);
  return Promise.all(
    [...files]
      .filter(([path]) => !path.endsWith('.md'))
      .map(async ([path, { id }]) =>
        fileShown(`${root}/${path}`, { id, bytes: (await store.repository.read(id))!.bytes }),
      ),
  );
}

/** The file a text in `folder` names by `src`, as it is at a commit. */
export async function fileNamed(
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

/** A file in Decap's shape. */
export const fileShown = (path: string, { id, bytes }: { id: string; bytes: Buffer }) => ({
  id,
  name: path.split('/').at(-1) ?? path,
  path,
  content: bytes.toString('base64'),
  encoding: 'base64',
});

export async function mediaAt(store: Store, path: string) {
  safePath(path);
  const file = await store.repository.read(`${await mainTip(store)}:${path}`);
  if (file?.type !== 'blob') throw new Refusal(404, '找不到这个文件，它可能已经被删除。');
  return fileShown(path, file);
}
