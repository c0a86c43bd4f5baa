import { checksumOf } from './checksum.ts';
import { jsonOf, verifiedFetch } from '../engine/verified-fetch.ts';

/** `pagefind-entry.json` of Pagefind. The build adds the checksums of the files without a checksum in their name. */
export interface PagefindEntry {
  version: string;
  languages: Record<string, { hash: string }>;
  /** Name below `pagefind/` -> checksum. */
  sums: Record<string, string>;
}

export const pagefindEntryName = 'pagefind-entry.json';

export function parsePagefindEntry(bytes: Uint8Array): PagefindEntry | undefined {
  const entry = jsonOf(bytes) as Partial<PagefindEntry> | null | undefined;
  const { languages, sums } = entry ?? {};
  return typeof languages === 'object' && typeof sums === 'object' ? (entry as PagefindEntry) : undefined;
}

/** Loads the entry from the site. The stamp makes the browser load it again. */
export async function loadPagefindEntry(folder: string, stamp: string): Promise<PagefindEntry> {
  const bytes = await verifiedFetch(
    `${folder}${pagefindEntryName}?ts=${stamp}`,
    (each) => parsePagefindEntry(each) !== undefined,
  );
  return parsePagefindEntry(bytes) as PagefindEntry;
}

/** The hash of the index that an entry names. */
export const indexHashOf = ({ languages }: PagefindEntry): string => Object.values(languages)[0]?.hash ?? '';

/** Whether a file of the index is complete: by the checksum in its name, or by the entry's list. */
export function matchesChecksum({ sums }: PagefindEntry, name: string, bytes: Uint8Array): boolean {
  const inName = /^(?:index|fragment)\/.*_([\da-f]+)\.pf_\w+$/.exec(name)?.[1];
  if (inName !== undefined) return checksumOf(bytes).startsWith(inName);
  return sums[name] === checksumOf(bytes);
}
