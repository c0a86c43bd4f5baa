import { contentChecker } from '../git/content-checker.ts';
import { seedRepository } from '../git/seed-repository.ts';
import { fixtureHub } from './fixture-hub.ts';
import { openStore } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';

export interface FixtureStore {
  store: Store;
  leave(): Promise<void>;
}

/** A store with the entries of fixture-hub.ts. */
export async function fixtureStore(): Promise<FixtureStore> {
  const shop = await fixtureHub();
  const folder = `${shop.folder}/store.git`;
  await seedRepository(folder, shop.content);
  const store = openStore(folder, contentChecker(false));
  return {
    store,
    leave: async () => {
      store.repository.close();
      await shop.leave();
    },
  };
}
