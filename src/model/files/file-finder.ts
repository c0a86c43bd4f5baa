import { namesFile } from '../addresses/target-of.ts';
import type { FileMatch, FindFile } from '../addresses/target-of.ts';
import { percentDecoded } from '../addresses/percent-decoded.ts';
import { FileIndex } from './file-index.ts';
import type { Field, Fields } from '../fields.ts';

export type { FileMatch, FindFile };

/**
 * Decides which file a name in a text refers to, for the checker, the pictures of the site, the addresses below /files/
 * and the desk. The name is tried as written first, so that `100%20.jpg` can be a file name; then as an address:
 * percent-decoded, without ? or # and the rest. Composed and decomposed letters are equal, because disks of Macs use the
 * latter.
 */
export function fileFinder(paths: Iterable<string>): FindFile {
  const index = new FileIndex();
  for (const path of paths) index.add(path);
  return (folder, src) => index.find(folder, src);
}

/** The address of a file on the site, by its path below content/, and the path in such an address. */
export const fileAddress = (path: string): string =>
  filesAt + path.split('/').map(encodeURIComponent).join('/');
export const pathInAddress = (address: string): string | undefined =>
  address.startsWith(filesAt)
    ? address.slice(filesAt.length).split('/').map(percentDecoded).join('/')
    : undefined;

const filesAt = '/files/';

/** The data with the real names of its files, so that later code can use them directly. */
export function withRealNames(
  fields: Fields,
  data: Readonly<Record<string, unknown>>,
  folder: string,
  find: FindFile,
): Record<string, unknown> {
  const realName = (src: string): string => {
    const found = find(folder, src);
    return found && 'path' in found ? found.path.slice(folder.length + 1) : src;
  };
  const renamed = (field: Field, value: unknown): unknown => {
    if (field.kind === 'picture' || field.kind === 'file') {
      const file = value as { src: string };
      return { ...file, src: realName(file.src) };
    }
    if (field.kind === 'parts') return withRealNames(field.fields, value as typeof data, folder, find);
    if (field.kind === 'text' && field.format === 'evidence' && namesFile(String(value))) {
      return realName(String(value));
    }
    return value;
  };
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const field = fields[name];
      if (!field || value === undefined) return [name, value];
      return [
        name,
        Array.isArray(value) ? value.map((each: unknown) => renamed(field, each)) : renamed(field, value),
      ];
    }),
  );
}
