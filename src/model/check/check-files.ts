import type { FindFile } from '../files/file-finder.ts';
import type { CheckedEntry } from './checked-entry.ts';
import { collectionOf } from '../collections.ts';
import { fileFault, nameFault } from '../files/file-facts.ts';
import type { FileFacts } from '../files/file-facts.ts';
import { mostFilesOfEntry } from '../files/file-names.ts';
import { namesFile } from '../addresses/target-of.ts';
import { fieldReferences } from '../addresses/reference-fields.ts';
import type { FieldReference } from '../addresses/reference-fields.ts';
import type { Problem } from '../problems.ts';
import { inPart, quoted } from '../problems.ts';

/** How to find a file, and the facts about a file. */
export interface FileLookup {
  find: FindFile;
  /** Missing where only names are known, as in the desk's editor. */
  facts?: (path: string) => FileFacts | undefined;
}

/** Checks the pictures and files of an entry: they must be in its folder and match their extensions. */
export function checkFiles(entry: CheckedEntry, folder: string, files: FileLookup): Problem[] {
  const problemAt = (line: number | undefined, label: string, message: string): Problem => ({
    file: entry.file,
    line: line ?? 1,
    label,
    message,
  });
  const fromFields = fieldReferences(collectionOf(entry.collection).fields, entry.data)
    .filter(({ kind }) => kind === 'picture' || kind === 'file')
    .flatMap((reference) => {
      const { label, path, place, value } = reference;
      const message =
        fileProblem(`“${label}”`, value, folder, files) ?? animatedPicture(reference, folder, files);
      return message === undefined ? [] : [problemAt(entry.lines[path], label, inPart(place, message))];
    });
  const fromPictures = entry.rendered.pictures.flatMap(({ src, line }) => {
    const message = fileProblem('图片', src, folder, files);
    return message === undefined ? [] : [problemAt(entry.bodyLine + line - 1, '正文', message)];
  });
  const fromLinks = entry.rendered.links
    .filter(({ href }) => namesFile(href))
    .flatMap(({ href, line }) => {
      const message = brokenFileLink(`链接${quoted(href)}`, href, folder, files);
      return message === undefined ? [] : [problemAt(entry.bodyLine + line - 1, '正文', message)];
    });
  return [...tooManyFiles(entry), ...fromFields, ...fromPictures, ...fromLinks];
}

/** One problem, instead of one for each file. */
function tooManyFiles(entry: CheckedEntry): Problem[] {
  const count = namedFiles(entry).size;
  if (count <= mostFilesOfEntry) return [];
  const message = `这篇内容用到了 ${String(count)} 个图片和附件，最多 ${String(mostFilesOfEntry)} 个，请拆成几篇。`;
  return [{ file: entry.file, line: entry.bodyLine, label: '正文', message }];
}

const namedFiles = ({ rendered, collection, data }: CheckedEntry): Set<string> =>
  new Set([
    ...rendered.pictures.map(({ src }) => src).filter(namesFile),
    ...rendered.links.map(({ href }) => href).filter(namesFile),
    ...fieldReferences(collectionOf(collection).fields, data)
      .filter(({ kind }) => kind === 'picture' || kind === 'file')
      .map(({ value }) => value),
  ]);

/** Why a link to a file does not work. `named` describes the link in the message. */
export function brokenFileLink(
  named: string,
  href: string,
  folder: string,
  files: FileLookup,
): string | undefined {
  return files.find(folder, href)
    ? fileProblem(named, href, folder, files)
    : `${named}指向的文件不在这篇内容的文件夹里；链接本站页面请以 / 开头，如 /activities/。`;
}

/** Why a file cannot be used. Undefined if it can. */
function fileProblem(
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
  // A folder inside the entry's is part of the address, too.
  const names = found.path.slice(folder.length + 1).split('/');
  const fault = names.map(nameFault).find((each) => each !== undefined);
  const known = facts?.(found.path);
  return fault ?? (known && fileFault(names.at(-1)!, known));
}

/** The picture of an entry is also served in formats without frames, which would show the frames as a strip. */
function animatedPicture(
  { kind, label, value }: FieldReference,
  folder: string,
  { find, facts }: FileLookup,
): string | undefined {
  if (kind !== 'picture') return undefined;
  const found = find(folder, value);
  const { frames = 1 } = (found && 'path' in found && facts?.(found.path)) || {};
  return frames > 1
    ? `“${label}”的${quoted(value)}是会动的图片，请换一张静止的；会动的可以放在正文里。`
    : undefined;
}
