import { parseFrontMatter, readEntryValues, splitEntry } from '../front-matter/entry-file.ts';
import { fileFinder } from './file-finder.ts';
import { foldedPath } from './file-index.ts';
import { resolvedNames } from './file-names-in-texts.ts';
import type { ReadBody } from '../check/checked-entry.ts';
import type { Collection } from '../define-collection.ts';
import type { Field, Fields } from '../fields.ts';

/** What a text says about the files in its folder. Plain data, so that it can be made in another thread. */
export interface FileMentions {
  /** The files that links, pictures and fields mean, as `foldedPath` spells them. */
  meant: ReadonlySet<string>;
  /** Front matter that cannot be parsed: a file counts as used if its name occurs in it. */
  unreadable: string;
}

/** The files that an entry refers to. Each address is read once, however many files there are. */
export function fileMentions(
  collection: Collection,
  text: string,
  renderBody: (markdown: string) => Pick<ReadBody, 'pictures' | 'links'>,
): FileMentions {
  const split = splitEntry(text);
  const { pictures, links } = renderBody(split?.body ?? text);
  const addresses = [...pictures.map(({ src }) => src), ...links.map(({ href }) => href)];
  const isReadable = split && parseFrontMatter(split.frontMatter).errors.length === 0;
  if (isReadable) {
    for (const each of fieldAddresses(collection.fields, readEntryValues(collection, text)))
      addresses.push(each);
  }
  const meant = new Set<string>();
  for (const address of addresses) {
    for (const { candidate } of resolvedNames(anyFolder, address)) meant.add(foldedPath(candidate));
  }
  return { meant, unreadable: isReadable ? '' : (split?.frontMatter ?? '') };
}

const anyFolder = 'entry';

/**
 * Whether an entry refers to a file in its folder. The desk does not send files without a reference, and the server does
 * not store them.
 */
export const isMentioned = ({ meant, unreadable }: FileMentions, name: string): boolean =>
  meant.has(foldedPath(`${anyFolder}/${name}`)) || unreadable.includes(name);

export function filesNamedBy(
  collection: Collection,
  text: string,
  renderBody: (markdown: string) => Pick<ReadBody, 'pictures' | 'links'>,
): (name: string) => boolean {
  const mentions = fileMentions(collection, text, renderBody);
  return (name) => isMentioned(mentions, name);
}

/** Which of the files the addresses refer to, by the same rules as in the checker and on the site. */
export function mentionedFiles(names: readonly string[], addresses: readonly string[]): Set<string> {
  const folder = anyFolder;
  const find = fileFinder(names.map((name) => `${folder}/${name}`));
  return new Set(
    addresses.flatMap((address) => {
      const found = find(folder, address);
      if (!found) return [];
      return 'path' in found ? found.path.slice(folder.length + 1) : found.near;
    }),
  );
}

function fieldAddresses(fields: Fields, values: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name];
    return (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((each) =>
      addressesIn(field, each),
    );
  });
}

/** The values may be incomplete. Values of an unexpected type refer to no file. */
function addressesIn(field: Field, value: unknown): string[] {
  if (field.kind === 'text') return typeof value === 'string' && field.format === 'evidence' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (field.kind === 'parts') return fieldAddresses(field.fields, value as Record<string, unknown>);
  const { src } = value as { src?: unknown };
  return typeof src === 'string' && (field.kind === 'picture' || field.kind === 'file') ? [src] : [];
}
