import { parseFrontMatter, readEntryValues, splitEntry } from '../front-matter/entry-file.ts';
import { fileFinder, pathsMeant } from './file-finder.ts';
import type { ReadBody } from '../check/checked-entry.ts';
import type { Collection } from '../define-collection.ts';
import type { Field, Fields } from '../fields.ts';

/**
 * Whether an entry refers to a file in its folder. The desk does not send files without a reference, and the server does
 * not store them. If the front matter cannot be parsed, a file counts as used if its name occurs in it.
 */
export function filesNamedBy(
  collection: Collection,
  text: string,
  renderBody: (markdown: string) => Pick<ReadBody, 'pictures' | 'links'>,
): (name: string) => boolean {
  const split = splitEntry(text);
  const { pictures, links } = renderBody(split?.body ?? text);
  const addresses = [...pictures.map(({ src }) => src), ...links.map(({ href }) => href)];
  const readable = split && parseFrontMatter(split.frontMatter).errors.length === 0;
  const fields = readable ? fieldAddresses(collection.fields, readEntryValues(collection, text)) : [];
  const named = new Set(
    [...addresses, ...fields].flatMap((address) => pathsMeant(folder, address).map(folded)),
  );
  return (name) =>
    named.has(folded(`${folder}/${name}`)) || (!readable && (split?.frontMatter ?? '').includes(name));
}

const folder = 'entry';
/** A name in other letter case is reported by the checker, and its file is not dropped before that. */
const folded = (path: string): string => path.normalize('NFC').toLowerCase();

/** Which of the files the addresses refer to, by the same rules as in the checker and on the site. */
export function mentionedFiles(names: readonly string[], addresses: readonly string[]): Set<string> {
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
