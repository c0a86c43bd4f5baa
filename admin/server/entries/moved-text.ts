import { collectionOf, isCollectionName } from '../../../src/model/collections.ts';
import { readEntryValues, writeEntry } from '../../../src/model/front-matter/entry-file.ts';
import { oldAddressesIn } from '../../../src/model/formerly.ts';
import { withReferencesMoved } from './entry-references.ts';
import type { Move } from './entry-references.ts';

export const addressOfFolder = (folder: string): string => `/${folder}/`;
export const collectionIn = (path: string): string => path.split('/', 1)[0] ?? '';
export const slugIn = (place: string): string => place.split('/').findLast((name) => name !== '') ?? '';

/** The move of an entry from one folder to another, such as `notices/2026/a` and `notices/2026/b`. */
export function moveBetween(from: string, to: string): Move {
  const [old, fresh] = [slugIn(from), slugIn(to)];
  const slugs = old === fresh ? undefined : { collection: collectionIn(to), from: old, to: fresh };
  return { from: addressOfFolder(from), to: addressOfFolder(to), slugs };
}

/** The text of an entry with updated references. */
export function withMovesApplied(path: string, text: string, moves: readonly Move[]): string {
  const name = collectionIn(path);
  return isCollectionName(name) ? withReferencesMoved(collectionOf(name), text, moves) : text;
}

/** Adds the old folder of a moved entry to its `formerly` list. */
export function withFormerAddress(name: string, text: string, oldFolder: string, newFolder: string): string {
  const addresses = new Set([...formerAddresses(name, text), addressOfFolder(oldFolder)]);
  // Moved back: an address cannot redirect to itself.
  addresses.delete(addressOfFolder(newFolder));
  return withFormerAddresses(name, text, [...addresses]);
}

/** The text of an entry with exactly these old addresses. */
export function withFormerAddresses(name: string, text: string, addresses: readonly string[]): string {
  if (!isCollectionName(name)) return text;
  return writeEntry(collectionOf(name), { formerly: addresses.map((address) => ({ address })) }, text);
}

function formerAddresses(name: string, text: string): string[] {
  try {
    return isCollectionName(name) ? oldAddressesIn(readEntryValues(collectionOf(name), text)) : [];
  } catch {
    return [];
  }
}
