import { collectionNames } from '../../model/collections.ts';
import { mentionsIn } from '../ledgers/reports/connections.ts';
import type { Mention } from '../ledgers/reports/connections.ts';
import type { Ledgers } from '../ledgers/row.ts';
import { allOf } from './queries.ts';

let cachedLedgers: Promise<Ledgers> | undefined;

/** All content as input for the ledger functions. Every Article is also a Row. */
export function allLedgers(): Promise<Ledgers> {
  // As in `allOf`: the content of a build does not change, and hundreds of pages ask.
  if (!import.meta.env.PROD) return readLedgers();
  cachedLedgers ??= readLedgers();
  return cachedLedgers;
}

async function readLedgers(): Promise<Ledgers> {
  const lists = await Promise.all(collectionNames.map(async (name) => [name, await allOf(name)] as const));
  return Object.fromEntries(lists) as unknown as Ledgers;
}

const indexes = new WeakMap<Ledgers, Map<string, Mention[]>>();

/** Every entry that names a page as its evidence. Every page asks, so the index is built once. */
export async function mentionsOf(address: string): Promise<Mention[]> {
  const ledgers = await allLedgers();
  const index = indexes.get(ledgers) ?? mentionsIn(ledgers);
  indexes.set(ledgers, index);
  return index.get(address) ?? [];
}
