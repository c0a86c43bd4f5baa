import { collectionNames, collectionOf, isCollectionName } from '../../../src/model/collections.ts';
import type { CollectionName } from '../../../src/model/collections.ts';
import { nameFault } from '../../../src/model/files/file-facts.ts';
import { longFolderFault } from '../../../src/model/files/file-names.ts';
import { quoted } from '../../../src/model/problems.ts';
import { Refusal } from '../../shared/refusal.ts';

/** The location of an entry. `folder` is relative to content/: `activities/2026/0315-lianxi-huiyi`. */
export interface EntryPath {
  collection: CollectionName;
  folder: string;
}

export const contentRoot = 'content';
export const textPath = (folder: string): string => `${contentRoot}/${folder}/index.md`;

// One name in a path. It must begin with a letter, digit or opening bracket, which rules out `..`, `.git` and command
// line options. The punctuation is common in Chinese file names, and safe in a git ref.
const namePattern = /^[\p{L}\p{N}（【〔《“](?:[\p{L}\p{N}\p{M}_（）【】〔〕《》“”、，·-]|\.(?!\.|$))*$/u;

/** Parses `content/<collection>/…/index.md`, or refuses it. */
export function entryOfText(path: string): EntryPath {
  const names = safeNames(path);
  const [first, collection, ...rest] = names;
  if (first !== contentRoot || rest.at(-1) !== 'index.md' || collection === undefined)
    throw notAnEntryPath(path);
  return entryPathOf(collection, names.slice(1, -1), path);
}

/** Parses an entry's folder; the prefix `content/` and a trailing slash are optional. */
export function entryOfFolder(path: string): EntryPath {
  const names = safeNames(path.replace(/\/$/, ''));
  const below = names[0] === contentRoot ? names.slice(1) : names;
  return entryPathOf(below[0] ?? '', below, path);
}

function entryPathOf(collection: string, names: readonly string[], path: string): EntryPath {
  if (!isCollectionName(collection)) throw notAnEntryPath(path);
  const { single, byYear } = collectionOf(collection);
  const depth = single ? 1 : byYear ? 3 : 2;
  const yearFits = !byYear || /^\d{4}$/.test(names[1] ?? '');
  if (names.length !== depth || !yearFits) throw notAnEntryPath(path);
  return { collection, folder: names.join('/') };
}

/** Splits `content/<entry>/<src>`, where `src` is as written in the text. */
export function entryOfFile(path: string): { folder: string; src: string } {
  const [first, collection = '', ...rest] = path.split('/');
  if (first !== contentRoot || !isCollectionName(collection)) throw notAnEntryPath(path);
  const { single, byYear } = collectionOf(collection);
  const depth = single ? 0 : byYear ? 2 : 1;
  const { folder } = entryOfFolder([collection, ...rest.slice(0, depth)].join('/'));
  return { folder, src: rest.slice(depth).join('/') };
}

/** The path of a file in an entry's folder, for a full path or a file name. */
export function pathBesideText(folder: string, path: string): string {
  const full = path.includes('/') ? path : `${contentRoot}/${folder}/${path}`;
  const own = `${contentRoot}/${folder}/`;
  if (!full.startsWith(own) || full.slice(own.length).includes('/')) {
    throw new Refusal(422, `图片和附件要和文章放在一起，${quoted(path)}不在这篇内容的文件夹里。`);
  }
  entryOfFolder(folder);
  safeFileName(full.slice(own.length));
  return full;
}

/** Validates the path of a text or a file for reading. */
export function checkedPath(path: string): string {
  const names = path.split('/');
  safeNames(names.slice(0, -1).join('/'));
  safeFileName(names.at(-1) ?? '');
  return path;
}

function safeFileName(name: string): void {
  const fault = name === name.normalize('NFC') ? nameFault(name) : `文件名${quoted(name)}存不了，请改名。`;
  if (fault !== undefined) throw new Refusal(422, fault, { details: { file: name } });
}

function safeNames(path: string): string[] {
  const names = path.split('/');
  for (const name of names) {
    const fault = longFolderFault(name);
    if (fault !== undefined) throw new Refusal(422, `文件夹的名字${quoted(name)}${fault}。`);
  }
  const fine = (name: string): boolean =>
    namePattern.test(name) && name === name.normalize('NFC') && !name.toLowerCase().endsWith('.lock');
  const wrong = names.find((name) => !fine(name)) ?? (path.length > 300 ? path : undefined);
  if (wrong === undefined) return names;
  throw new Refusal(
    422,
    `文件名${quoted(wrong)}存不了：请只用文字、数字、短横和下划线，不要有空格和其他符号，也不要太长。`,
  );
}

function notAnEntryPath(path: string): Refusal {
  const known = collectionNames.map((name) => collectionOf(name).label).join('、');
  return new Refusal(422, `${quoted(path)}不是一篇内容的位置。内容只能放在这些栏目里：${known}。`);
}

/** The name of a draft: Decap's slug without `/index`. */
export function draftKey(collection: string, slug: string): { collection: CollectionName; name: string } {
  if (!isCollectionName(collection)) throw notAnEntryPath(collection);
  const name = slug.replace(/\/index$/, '');
  safeNames(name);
  // One file of git is named after all of it, see draftRef.
  if (Buffer.byteLength(name.replaceAll('/', '--')) > longestDraft)
    throw new Refusal(422, `文件夹的名字${quoted(name)}合起来太长了，请缩短到 60 个字以内。`);
  return { collection, name };
}

/** In bytes: a file has 255, and git adds `.lock`. */
const longestDraft = 240;

// No slashes: git cannot store both `cms/x/2026` and `cms/x/2026/y`.
export const draftRef = (collection: string, name: string): string =>
  `refs/heads/cms/${collection}/${name.replaceAll('/', '--')}`;
