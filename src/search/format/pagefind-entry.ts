import { checksumOf } from './checksum.ts';
import { jsonOf, verifiedFetch } from '../engine/verified-fetch.ts';

/** `pagefind-entry.json`: Pagefind's own, to which the build adds the sums of the files that have no sum in their name. */
export interface PagefindEntry {
  version: string;
  languages: Record<string, { hash: string }>;
  /** Name below `pagefind/` -> its sum. */
  sums: Record<string, string>;
}

export const pagefindEntryName = 'pagefind-entry.json';

export function parsePagefindEntry(bytes: Uint8Array): PagefindEntry | undefined {
  const entry = jsonOf(bytes) as Partial<PagefindEntry> | null | undefined;
  const { languages, sums } = entry ?? {};
  return typeof languages === 'object' && typeof sums === 'object' ? (entry as PagefindEntry) : undefined;
}

/** The entry as it stands on the site; a stamp stands for a time at which it was asked for. */
export async function loadPagefindEntry(folder: string, stamp: string): Promise<PagefindEntry> {
  const bytes = await verifiedFetch(
    `${folder}${pagefindEntryName}?ts=${stamp}`,
    (each) => parsePagefindEntry(each) !== undefined,
  );
  return parsePagefindEntry(bytes) as PagefindEntry;
}

/** The name of the index of an entry, which changes with it. */
export const indexHashOf = ({ languages }: PagefindEntry): string => Object.values(languages)[0]?.hash ?? '';

/** Whether bytes are those of a file of the index: by the sum in its name, or by the entry's list. */
export function matchesChecksum({ sums }: PagefindEntry, name: string, bytes: Uint8Array): boolean {
  const inName = /^(?:index|fragment)\/.*_([\da-f]+)\.pf_\w+$/.exec(name)?.[1];
  if (inName !== undefined) return checksumOf(bytes).startsWith(inName);
  return sums[name] === checksumOf(bytes);
}
