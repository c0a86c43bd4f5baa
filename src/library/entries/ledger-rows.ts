import { collectionNames } from '../../model/collections.ts';
import { mentionsIn } from '../ledgers/reports/connections.ts';
import type { Mention } from '../ledgers/reports/connections.ts';
import type { Ledgers } from '../ledgers/row.ts';
import { allOf } from './queries.ts';

let shelf: Promise<Ledgers> | undefined;

/** All content as the ledgers' questions take it. Articles are rows; pages keep working with what they have. */
export function allLedgers(): Promise<Ledgers> {
  // As in `allOf`: in a build the answer stays the same, and hundreds of pages ask.
  if (!import.meta.env.PROD) return readLedgers();
  shelf ??= readLedgers();
  return shelf;
}

async function readLedgers(): Promise<Ledgers> {
  const lists = await Promise.all(collectionNames.map(async (name) => [name, await allOf(name)] as const));
  return Object.fromEntries(lists) as unknown as Ledgers;
}

const indexes = new WeakMap<Ledgers, Map<string, Mention[]>>();

/** Every entry that gives a page as its evidence. Every page asks, so the ledgers are read once. */
export async function mentionsOf(address: string): Promise<Mention[]> {
  const ledgers = await allLedgers();
  const index = indexes.get(ledgers) ?? mentionsIn(ledgers);
  indexes.set(ledgers, index);
  return index.get(address) ?? [];
}
