import { contentChecker } from './content-checker.ts';
import { seedRepository } from './seeding.ts';
import { workshop } from './small-hub.ts';
import { openStore } from './store.ts';
import type { Store } from './store.ts';

export interface SmallStore {
  store: Store;
  leave(): Promise<void>;
}

/** A store of its own that holds the texts of `small-hub`, for the tests of the rooms beside this file. */
export async function smallStore(): Promise<SmallStore> {
  const shop = await workshop();
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
