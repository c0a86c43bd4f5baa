import { addFile, openEntry } from './desk-state.ts';
import { showDialog } from './dialogs.ts';

export const pictureTypes = ['png', 'jpg', 'jpeg', 'webp', 'avif', 'gif', 'svg'];
const mostMegabytes = 10;

const extensionOf = (name: string): string => name.split('.').at(-1)?.toLowerCase() ?? '';

/** A name that is safe in addresses and on every disk, and not yet used in this entry. */
export function fileNameFor(wanted: string, used: (name: string) => boolean): string {
  const extension = extensionOf(wanted);
  const stem = wanted
    .slice(0, wanted.length - extension.length - 1)
    .normalize('NFC')
    .replaceAll(/[^\p{Script=Han}\p{Letter}\p{Number}_（）【】《》“”、，·-]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  const base = stem === '' ? 'file' : stem;
  for (let count = 1; ; count++) {
    const name = `${base}${count === 1 ? '' : `-${String(count)}`}.${extension}`;
    if (!used(name)) return name;
  }
}

/** Puts a file beside the entry in the editor: it is kept with the next save. Says why when it cannot be. */
export function takeFile(file: File, extensions: readonly string[]): string | undefined {
  const entry = openEntry();
  if (!entry) return undefined;
  if (!extensions.includes(extensionOf(file.name))) {
    const sentence = `“${file.name}”放不进来，这里可以放的有：${extensions.join('、')}。`;
    showDialog({ title: '换一个文件', sentence });
    return undefined;
  }
  if (file.size > mostMegabytes * 1024 * 1024) {
    const sentence = `“${file.name}”有 ${(file.size / 1024 / 1024).toFixed(1)} MB，最多 ${String(mostMegabytes)} MB，请先把它缩小。`;
    showDialog({ title: '文件太大了', sentence });
    return undefined;
  }
  const mentioned = JSON.stringify(entry.values);
  const used = (name: string): boolean =>
    mentioned.includes(name) || entry.added.some((added) => added.name === name);
  return addFile(fileNameFor(file.name, used), file).name;
}

/** Where the browser finds a file that stands beside the entry in the editor. */
export function fileAddress(src: string): string {
  const entry = openEntry();
  const name = decoded(src.replace(/^\.\//, ''));
  const added = entry?.added.find((file) => file.name === name);
  if (added) return added.url;
  if (!entry?.path) return '';
  const folder = entry.path.slice(0, entry.path.lastIndexOf('/'));
  const query = new URLSearchParams({
    path: `${folder}/${name}`,
    collection: entry.collection.name,
    slug: entry.slug,
  });
  return `/admin/api/file?${query.toString()}`;
}

function decoded(name: string): string {
  try {
    return decodeURI(name);
  } catch {
    return name;
  }
}
