import { parseFrontMatter, readEntryValues, splitEntry } from '../front-matter/entry-file.ts';
import { fileFinder } from './file-finder.ts';
import type { ReadBody } from '../check/checked-entry.ts';
import type { Collection } from '../define-collection.ts';
import type { Field, Fields } from '../fields.ts';

/**
 * Whether a text names a file that lies beside it under this name. Both ends of the desk ask: what is named nowhere is
 * neither sent nor stored. Fields that cannot be read keep every file whose name stands in them somewhere.
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
  if (readable) addresses.push(...fieldAddresses(collection.fields, readEntryValues(collection, text)));
  return (name) =>
    mentionedFiles([name], addresses).size > 0 || (!readable && (split?.frontMatter ?? '').includes(name));
}

/** Which of the files called `names` the addresses lead to, by the rule of the checker and the site. */
export function mentionedFiles(names: readonly string[], addresses: readonly string[]): Set<string> {
  const folder = 'entry';
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
    return (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((each) => addressOf(field, each));
  });
}

/** The values may be half written: whatever else stands there names no file. */
function addressOf(field: Field, value: unknown): string[] {
  if (field.kind === 'text') return typeof value === 'string' && field.format === 'evidence' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (field.kind === 'parts') return fieldAddresses(field.fields, value as Record<string, unknown>);
  const { src } = value as { src?: unknown };
  return typeof src === 'string' && (field.kind === 'picture' || field.kind === 'file') ? [src] : [];
}
