import { isCollectionName } from '../../../src/model/collections.ts';
import { oldAddressesIn } from '../../../src/model/formerly.ts';
import type { Move } from './entry-references.ts';
import { addressOfFolder, collectionIn, moveBetween, slugIn } from './moved-text.ts';
import { TooMuchWork } from '../workers/text-work.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Listing } from '../git/content-snapshots.ts';
import type { Store } from '../git/content-store.ts';

const movesByListing = new WeakMap<Listing, Promise<Move[]>>();

/**
 * All moves recorded in published entries: older drafts may still refer to the old addresses. Collected once for each
 * listing of main.
 */
export function movesIn(store: Store, listing: Listing): Promise<Move[]> {
  const known = movesByListing.get(listing) ?? readMoves(store, listing);
  movesByListing.set(listing, known);
  known.catch(() => movesByListing.delete(listing));
  return known;
}

async function readMoves(store: Store, listing: Listing): Promise<Move[]> {
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
  const texts = [...listing]
    .filter(([path]) => path.endsWith('/index.md') && isCollectionName(collectionIn(path)))
    .map(([path, { id }]) => ({ path, id }));
  const readings = await Promise.all(store.readings.all(texts));
  const found = new Map<string, string[]>();
  texts.forEach(({ path }, index) => {
    const addresses = oldAddressesIn(readings[index]!.values);
    if (addresses.length > 0) found.set(path.slice(0, -'/index.md'.length), addresses);
  });
  return found;
}

/** Removes old addresses from a restored entry that other entries use now, as current or old address. */
export async function withoutTakenAddresses(
  store: Store,
  listing: Listing,
  { path, id, text }: { path: string; id: string; text: string },
): Promise<string> {
  const addresses = oldAddressesIn((await store.readings.of({ path, id })).values);
  const claimed = new Set([...(await oldAddresses(store, listing)).values()].flat());
  const free = addresses.filter(
    (address) => !claimed.has(address) && !listing.has(`${address.slice(1, -1)}/index.md`),
  );
  if (free.length === addresses.length) return text;
  return store.work('setFormerAddresses', { collection: collectionIn(path), text, addresses: free });
}

/** The text of an entry with updated references. Most texts have none, and then nothing has to be parsed. */
export async function textWithMoves(
  store: Store,
  path: string,
  text: string,
  moves: readonly Move[],
): Promise<string> {
  const meant = moves.filter(
    ({ from, slugs }) => text.includes(from.replace(/\/$/, '')) || text.includes(slugs?.from ?? '\0'),
  );
  if (meant.length === 0) return text;
  try {
    return await store.work('moveReferences', { path, text, moves: meant });
  } catch (error) {
    if (!(error instanceof TooMuchWork)) throw error;
    throw new Refusal(
      422,
      `这次没有做成：${path.slice(0, -'/index.md'.length)} 这篇内容太长或太复杂，里面指向改过地址的内容的地方改不过来。请先把那一篇拆成几篇，再做一次。`,
    );
  }
}

/** The texts that refer to a moved entry, with updated references: path -> new text. */
export async function textsReferringTo(
  store: Store,
  listing: Listing,
  folders: readonly string[],
  move: Move,
): Promise<Map<string, string>> {
  const texts = [...listing].filter(
    ([path]) => path.endsWith('/index.md') && !folders.some((folder) => path.startsWith(`${folder}/`)),
  );
  const moved = await Promise.all(
    texts.map(async ([path, { id }]): Promise<[string, string][]> => {
      const text = await store.snapshots.text(id);
      const fresh = await textWithMoves(store, path, text, [move]);
      return fresh === text ? [] : [[path, fresh]];
    }),
  );
  return new Map(moved.flat());
}
