import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureStore } from '../testing/fixture-store.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import { noticePath, zhang } from '../testing/fixture-hub.ts';
import { handleAction } from './proxy-protocol.ts';

let fixture: FixtureStore;
beforeAll(async () => {
  fixture = await fixtureStore();
});
afterAll(() => fixture.cleanUp());

test('deleting an entry and restoring it both publish the site', async () => {
  const published: string[] = [];
  const ask = (action: string, params: object = {}) =>
    handleAction(
      { store: fixture.store, published: ({ name }) => published.push(`${action} ${name}`) },
      zhang,
      {
        action,
        params,
      },
    );
  await ask('deleteFiles', { paths: [noticePath('tingshui')], options: {} });
  const { items } = (await ask('listTrash')) as { items: { id: string }[] };
  expect(items).toHaveLength(1);
  await ask('restoreFromTrash', { id: items[0]!.id });
  expect(published).toEqual(['deleteFiles 张敏', 'restoreFromTrash 张敏']);
});
