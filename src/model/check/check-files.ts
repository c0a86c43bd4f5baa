import type { FindFile } from '../files/file-finder.ts';
import type { ContentFiles } from './content-files.ts';
import type { CheckedEntry } from './checked-entry.ts';
import { collectionOf } from '../collections.ts';
import { fileFault, nameFault } from '../files/file-facts.ts';
import { fieldReferences } from '../addresses/reference-fields.ts';
import type { FieldReference } from '../addresses/reference-fields.ts';
import type { Problem } from '../problems.ts';
import { inPart, quoted } from '../problems.ts';

/** The files there are: how to find one, and what is known of each. */
export interface FileLookup {
  find: FindFile;
  facts?: ContentFiles['facts'];
}

/** Pictures and files an entry names, in its fields and its text: they must lie beside it and be what they are called. */
export function checkFiles(entry: CheckedEntry, folder: string, files: FileLookup): Problem[] {
  const say = (line: number | undefined, label: string, message: string): Problem => ({
    file: entry.file,
    line: line ?? 1,
    label,
    message,
  });
  const fromFields = fieldReferences(collectionOf(entry.collection).fields, entry.data)
    .filter(({ kind }) => kind === 'picture' || kind === 'file')
    .flatMap((pointer) => {
      const { label, path, place, value } = pointer;
      const message = unusable(`“${label}”`, value, folder, files) ?? movingPicture(pointer, folder, files);
      return message === undefined ? [] : [say(entry.lines[path], label, inPart(place, message))];
    });
  const fromPictures = entry.rendered.pictures
    .filter(({ src }) => !/^(https?:|\/\/)/.test(src))
    .flatMap(({ src, line }) => {
      const message = unusable('图片', src, folder, files);
      return message === undefined ? [] : [say(entry.bodyLine + line - 1, '正文', message)];
    });
  const fromLinks = entry.rendered.links
    .filter(({ href }) => isBeside(href))
    .flatMap(({ href, line }) => {
      const message = brokenFileLink(`链接${quoted(href)}`, href, folder, files);
      return message === undefined ? [] : [say(entry.bodyLine + line - 1, '正文', message)];
    });
  return [...fromFields, ...fromPictures, ...fromLinks];
}

/** Whether an address in a text means a file beside it: no other site, no page, no place in this page. */
export const isBeside = (href: string): boolean => !/^([a-z][a-z0-9+.-]*:|\/|#|$)/i.test(href);

/** What keeps an address of a file from leading there; `named` says what and where it stands. */
export function brokenFileLink(
  named: string,
  href: string,
  folder: string,
  files: FileLookup,
): string | undefined {
  return files.find(folder, href)
    ? unusable(named, href, folder, files)
    : `${named}指向的文件不在这篇内容的文件夹里；链接本站页面请以 / 开头，如 /activities/。`;
}

/** Why the file `src` names cannot be used, or undefined where it can. */
function unusable(
  named: string,
  src: string,
  folder: string,
  { find, facts }: FileLookup,
): string | undefined {
  const found = find(folder, src);
  if (!found) return `${named}${quoted(src)}不在这篇内容的文件夹里，请把文件放进去或改正文件名。`;
  if ('near' in found) {
    return `${named}${quoted(src)}和文件夹里的${quoted(found.near)}大小写不一样，请改成${quoted(found.near)}。`;
  }
  const name = found.path.split('/').at(-1)!;
  const known = facts?.get(found.path);
  return nameFault(name) ?? (known && fileFault(name, known));
}

/** The picture of an entry is also served in formats that know no frames: they would stand there as a strip. */
function movingPicture(
  { kind, label, value }: FieldReference,
  folder: string,
  { find, facts }: FileLookup,
): string | undefined {
  if (kind !== 'picture') return undefined;
  const found = find(folder, value);
  const { frames = 1 } = (found && 'path' in found && facts?.get(found.path)) || {};
  return frames > 1
    ? `“${label}”的${quoted(value)}是会动的图片，请换一张静止的；会动的可以放在正文里。`
    : undefined;
}
