import { collectionNames } from '../model/collections.ts';
import type { Ledgers } from './ledgers/row.ts';
import { allOf } from './queries.ts';

/** All content as the ledgers' questions take it. Articles are rows; pages keep working with what they have. */
export async function allLedgers(): Promise<Ledgers> {
  const lists = await Promise.all(collectionNames.map(async (name) => [name, await allOf(name)] as const));
  return Object.fromEntries(lists) as unknown as Ledgers;
}
