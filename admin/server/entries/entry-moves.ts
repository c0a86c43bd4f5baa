import { collectionOf, isCollectionName } from '../../../src/model/collections.ts';
import { readEntryValues, writeEntry } from '../../../src/model/front-matter/entry-file.ts';
import { oldAddressesIn } from '../../../src/model/formerly.ts';
import { withReferencesMoved } from './entry-references.ts';
import type { Move } from './entry-references.ts';
import type { Listing } from '../git/content-snapshots.ts';
import type { Store } from '../git/content-store.ts';

const addressOfFolder = (folder: string): string => `/${folder}/`;
const collectionIn = (path: string): string => path.split('/', 1)[0] ?? '';
const slugIn = (place: string): string => place.split('/').findLast((name) => name !== '') ?? '';

/** The move of an entry from one folder to another, such as `notices/2026/a` and `notices/2026/b`. */
export function moveBetween(from: string, to: string): Move {
  const [old, fresh] = [slugIn(from), slugIn(to)];
  const slugs = old === fresh ? undefined : { collection: collectionIn(to), from: old, to: fresh };
  return { from: addressOfFolder(from), to: addressOfFolder(to), slugs };
}

/** All moves recorded in published entries: older drafts may still refer to the old addresses. */
export async function movesIn(store: Store, listing: Listing): Promise<Move[]> {
  const inUse = new Set(
    [...listing.keys()]
      .filter((path) => path.endsWith('/index.md'))
      .map((path) => `${collectionIn(path)}/${slugIn(path.slice(0, -'/index.md'.length))}`),
  );
  const moves: Move[] = [];
  for (const [folder, addresses] of await oldAddresses(store, listing)) {
    for (const address of addresses) {
      const { slugs, ...move } = moveBetween(address.slice(1, -1), folder);
      // If another entry uses the old slug now, the slug refers to that entry.
      const free = slugs && !inUse.has(`${slugs.collection}/${slugs.from}`);
      moves.push({ ...move, slugs: free ? slugs : undefined });
    }
  }
  return moves;
}

/** The current folder of an entry that may have moved; undefined if it was deleted. */
export async function currentFolder(
  store: Store,
  listing: Listing,
  folder: string,
): Promise<string | undefined> {
  if (listing.has(`${folder}/index.md`)) return folder;
  const address = addressOfFolder(folder);
  const all = await oldAddresses(store, listing);
  return [...all].find(([, addresses]) => addresses.includes(address))?.[0];
}

async function oldAddresses(store: Store, listing: Listing): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const [path, { id }] of listing) {
    const name = collectionIn(path);
    if (!path.endsWith('/index.md') || !isCollectionName(name)) continue;
    const text = await store.snapshots.text(id);
    // Most entries never moved; skip parsing them.
    if (!text.includes('formerly')) continue;
    const addresses = oldAddressesIn(valuesOf(name, text));
    if (addresses.length > 0) found.set(path.slice(0, -'/index.md'.length), addresses);
  }
  return found;
}

function valuesOf(name: string, text: string): Record<string, unknown> {
  try {
    return isCollectionName(name) ? readEntryValues(collectionOf(name), text) : {};
  } catch {
    return {};
  }
}

/** Adds the old folder of a moved entry to its `formerly` list. */
export function withFormerAddress(name: string, text: string, oldFolder: string, newFolder: string): string {
  if (!isCollectionName(name)) return text;
  const addresses = new Set([...oldAddressesIn(valuesOf(name, text)), addressOfFolder(oldFolder)]);
  // Moved back: an address cannot redirect to itself.
  addresses.delete(addressOfFolder(newFolder));
  return writeEntry(collectionOf(name), { formerly: [...addresses].map((address) => ({ address })) }, text);
}

/** Removes old addresses from a restored entry that other entries use now, as current or old address. */
export async function withoutTakenAddresses(
  store: Store,
  listing: Listing,
  name: string,
  text: string,
): Promise<string> {
  if (!isCollectionName(name)) return text;
  const addresses = oldAddressesIn(valuesOf(name, text));
  const claimed = new Set([...(await oldAddresses(store, listing)).values()].flat());
  const free = addresses.filter(
    (address) => !claimed.has(address) && !listing.has(`${address.slice(1, -1)}/index.md`),
  );
  if (free.length === addresses.length) return text;
  return writeEntry(collectionOf(name), { formerly: free.map((address) => ({ address })) }, text);
}

/** The text of an entry with updated references. */
export function withMovesApplied(path: string, text: string, moves: readonly Move[]): string {
  const name = collectionIn(path);
  return isCollectionName(name) ? withReferencesMoved(collectionOf(name), text, moves) : text;
}

/** The texts that refer to a moved entry, with updated references: path -> new text. */
export async function textsReferringTo(
  store: Store,
  listing: Listing,
  move: Move,
): Promise<Map<string, string>> {
  const changed = new Map<string, string>();
  for (const [path, { id }] of listing) {
    if (!path.endsWith('/index.md')) continue;
    const text = await store.snapshots.text(id);
    const moved = withMovesApplied(path, text, [move]);
    if (moved !== text) changed.set(path, moved);
  }
  return changed;
}
