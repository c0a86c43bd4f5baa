import { seedRepository } from '../git/seed-repository.ts';
import { fixtureHub } from './fixture-hub.ts';
import { openStore } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';

export interface FixtureStore {
  store: Store;
  cleanUp(): Promise<void>;
}

/** A store with the entries of fixture-hub.ts. */
export async function fixtureStore(): Promise<FixtureStore> {
  const fixture = await fixtureHub();
  const folder = `${fixture.folder}/store.git`;
  await seedRepository(folder, fixture.content);
  const store = openStore(folder);
  return {
    store,
    cleanUp: async () => {
      store.repository.close();
      await fixture.cleanUp();
    },
  };
}
