import { sizeFault, unknownKind } from '../../../src/model/files/file-facts.ts';
import { extensionOf, keptFileName } from '../../../src/model/files/file-names.ts';
import { mentionedFiles } from '../../../src/model/files/file-mentions.ts';
import { checkUpload } from '../backend/server-request.ts';
import { addedFilesAt } from '../backend/assets.ts';
import { addFile, openEntry } from './open-entry.ts';
import type { OpenEntry } from './open-entry.ts';
import { showDialog } from '../frame/dialogs.ts';
import { storedFilesAt } from '../backend/stored-files.ts';
import { Refusal } from '../../shared/refusal.ts';

export { pictureTypes } from '../../../src/model/files/file-names.ts';

/**
 * Adds files to the open entry and returns their names. A file is stored by the next save whose text refers to it. A
 * dialog explains why other files are refused. The server checks them first; if it cannot be reached, the save does.
 */
export async function addFiles(files: readonly File[], extensions: readonly string[]): Promise<string[]> {
  const key = openEntry()?.key;
  const errors = await Promise.all(files.map((file) => errorFor(file, extensions)));
  // The entry was reopened after a save, or another one is open: the insert position is gone.
  if (openEntry()?.key !== key) {
    showDialog({ title: '请再选一次', sentence: reopenedMessage });
    return [];
  }
  const refused = errors.filter((message) => message !== undefined);
  if (refused.length > 0) showDialog({ title: '换一个文件', sentence: refused.join('\n\n') });
  return files.flatMap((file, index) => (errors[index] === undefined ? addToEntry(file) : []));
}

const reopenedMessage = '正在看文件的时候，编辑页换过了内容，文件没有放进去。请回到要放的地方，再选一次。';

function addToEntry(file: File): string[] {
  const entry = openEntry();
  if (!entry) return [];
  const mentioned = JSON.stringify(entry.values).toLowerCase();
  const existing = [...addedFilesOf(entry).map(({ name }) => name), ...(storedFilesAt(entry.path) ?? [])];
  const taken = existing.map((name) => name.toLowerCase());
  const used = (name: string): boolean =>
    mentioned.includes(name.toLowerCase()) || taken.includes(name.toLowerCase());
  return [addFile(keptFileName(file.name, used), file).name];
}

async function errorFor(file: File, extensions: readonly string[]): Promise<string | undefined> {
  if (!extensions.includes(extensionOf(file.name))) return unknownKind(file.name, extensions);
  const tooLarge = sizeFault(file.name, file.size);
  if (tooLarge !== undefined) return tooLarge;
  try {
    await checkUpload(file);
    return undefined;
  } catch (error) {
    const isRefused = error instanceof Refusal && (error.status === 422 || error.status === 413);
    return isRefused ? error.message : undefined;
  }
}

/** Files added since the page was opened, sent or not. */
export const addedFilesOf = ({ added, path }: OpenEntry): { name: string; url: string }[] => [
  ...added,
  ...addedFilesAt(path),
];

/** The URL of a file that the text of the open entry refers to. */
export function fileAddress(src: string): string {
  const entry = openEntry();
  const added = entry ? addedFilesOf(entry) : [];
  const [name] = mentionedFiles(
    added.map((file) => file.name),
    [src],
  );
  const file = added.find((each) => each.name === name);
  if (file) return file.url;
  if (!entry?.path) return '';
  const folder = entry.path.slice(0, entry.path.lastIndexOf('/'));
  const query = new URLSearchParams({
    path: `${folder}/${src}`,
    collection: entry.collection.name,
    slug: entry.slug,
  });
  return `/admin/api/file?${query.toString()}`;
}
