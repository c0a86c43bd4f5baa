import { percentDecoded } from '../addresses/percent-decoded.ts';
import type { Field, Fields } from '../fields.ts';

/** What the words of a text lead to among the files there are. */
export type FileMatch =
  | {
      /** Below content/, as the file is really called. */
      path: string;
      /** What stood behind the name: `#page=3`, `?x=1`; empty for most. */
      rest: string;
    }
  /** Only the case of letters differs: on one disk the same file, on another none. */
  | { near: string };

/** Finds the file that `src`, written in the entry of `folder`, names. Undefined where there is none. */
export type FindFile = (folder: string, src: string) => FileMatch | undefined;

/**
 * The one answer to which file a text names: the checker, the pictures of the site, the addresses below /files/ and
 * the desk ask here. A name is taken as it is written first, so that `100%20.jpg` can be a name; then as addresses
 * are read: `%E5…` as the character it stands for, without what follows ? or #. Composed and decomposed letters are
 * one, for disks of Macs give the latter.
 */
export function fileFinder(paths: Iterable<string>): FindFile {
  const real = new Map<string, string>();
  const folded = new Map<string, string>();
  for (const path of paths) {
    real.set(path.normalize('NFC'), path);
    folded.set(path.normalize('NFC').toLowerCase(), path);
  }
  return (folder, src) => {
    const places = spellings(src).flatMap(({ name, rest }) => {
      const place = placeIn(folder, name);
      return place === undefined ? [] : [{ place, rest }];
    });
    for (const { place, rest } of places) {
      const path = real.get(place);
      if (path !== undefined) return { path, rest };
    }
    for (const { place } of places) {
      const near = folded.get(place.toLowerCase());
      if (near?.startsWith(`${folder}/`)) return { near: near.slice(folder.length + 1) };
    }
    return undefined;
  };
}

/** The ways `src` can be read, the nearest to its letters first. */
function spellings(src: string): { name: string; rest: string }[] {
  const written = src.trim();
  const bare = written.replace(/[?#].*$/s, '');
  const rest = written.slice(bare.length);
  return [
    { name: written, rest: '' },
    { name: percentDecoded(written), rest: '' },
    { name: bare, rest },
    { name: percentDecoded(bare), rest },
  ];
}

/** The path below content/, `.` and `..` followed; undefined where it leaves the folder or was never in it. */
function placeIn(folder: string, name: string): string | undefined {
  if (name === '' || name.startsWith('/')) return undefined;
  const inside: string[] = [];
  for (const part of name.normalize('NFC').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') inside.push(part);
    else if (inside.pop() === undefined) return undefined;
  }
  return `${folder}/${inside.join('/')}`;
}

/** A path of the content as it stands in an address: in a browser it names that very file. */
export const pathAddress = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** The data with the real names of the files it names, so that whoever reads it further needs no rule. */
export function withRealNames(
  fields: Fields,
  data: Readonly<Record<string, unknown>>,
  folder: string,
  find: FindFile,
): Record<string, unknown> {
  const named = (src: string): string => {
    const found = find(folder, src);
    return found && 'path' in found ? found.path.slice(folder.length + 1) : src;
  };
  const one = (field: Field, value: unknown): unknown => {
    if (field.kind === 'picture' || field.kind === 'file') {
      const file = value as { src: string };
      return { ...file, src: named(file.src) };
    }
    if (field.kind === 'parts') return withRealNames(field.fields, value as typeof data, folder, find);
    if (field.kind === 'text' && field.format === 'evidence' && !String(value).startsWith('/')) {
      return named(String(value));
    }
    return value;
  };
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const field = fields[name];
      if (!field || value === undefined) return [name, value];
      return [
        name,
        Array.isArray(value) ? value.map((each: unknown) => one(field, each)) : one(field, value),
      ];
    }),
  );
}
