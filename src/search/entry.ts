import { sumOf } from './sum.ts';
import { jsonOf, wholeFile } from './whole-file.ts';

/** `pagefind-entry.json`: Pagefind's own, to which the build adds the sums of the files that have no sum in their name. */
export interface Entry {
  version: string;
  languages: Record<string, { hash: string }>;
  /** Name below `pagefind/` -> its sum. */
  sums: Record<string, string>;
}

export const entryName = 'pagefind-entry.json';

export function entryOf(bytes: Uint8Array): Entry | undefined {
  const entry = jsonOf(bytes) as Partial<Entry> | null | undefined;
  const { languages, sums } = entry ?? {};
  return typeof languages === 'object' && typeof sums === 'object' ? (entry as Entry) : undefined;
}

/** The entry as it stands on the site; a stamp stands for a time at which it was asked for. */
export async function loadEntry(folder: string, stamp: string): Promise<Entry> {
  const bytes = await wholeFile(`${folder}${entryName}?ts=${stamp}`, (each) => entryOf(each) !== undefined);
  return entryOf(bytes) as Entry;
}

/** The name of the index of an entry, which changes with it. */
export const indexOf = ({ languages }: Entry): string => Object.values(languages)[0]?.hash ?? '';

/** Whether bytes are those of a file of the index: by the sum in its name, or by the entry's list. */
export function isFileOf({ sums }: Entry, name: string, bytes: Uint8Array): boolean {
  const inName = /^(?:index|fragment)\/.*_([\da-f]+)\.pf_\w+$/.exec(name)?.[1];
  if (inName !== undefined) return sumOf(bytes).startsWith(inName);
  return sums[name] === sumOf(bytes);
}
