import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveDraft } from '../drafts/save-draft.ts';
import { gitText } from './run-git.ts';
import { mergeDraft } from '../drafts/merge-draft.ts';
import { seedRepository } from './seed-repository.ts';
import { li, noticePath, noticeText, fixtureHub, zhang } from '../testing/fixture-hub.ts';
import type { FixtureHub } from '../testing/fixture-hub.ts';
import { openStore } from './content-store.ts';
import type { Store } from './content-store.ts';

let fixture: FixtureHub;
let stores: Store[];

beforeAll(async () => {
  fixture = await fixtureHub();
  const folder = `${fixture.folder}/store.git`;
  await seedRepository(folder, fixture.content);
  // Two stores have separate queues, so only git's compare-and-swap protects the refs.
  stores = [openStore(folder), openStore(folder)];
});
afterAll(async () => {
  for (const store of stores) store.repository.close();
  await fixture.cleanUp();
});

const save = (store: Store, slug: string, body: string, baseVersion?: string) =>
  saveDraft(store, store === stores[0] ? zhang : li, {
    collection: 'notices',
    slug: `2026/${slug}/index`,
    path: noticePath(slug),
    text: noticeText('通知', slug, body),
    assets: [],
    isNew: baseVersion === undefined,
    baseVersion,
  });
const alternate = <T>(count: number, task: (store: Store, index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => task(stores[index % 2]!, index)));

test('stores every text when two processes save and publish in parallel', async () => {
  await alternate(12, (store, index) => save(store, `p${String(index)}`, `第 ${String(index)} 篇。`));
  await alternate(12, (store, index) => mergeDraft(store, li, 'notices', `2026/p${String(index)}`));
  const { folder } = stores[0]!.repository;
  for (let index = 0; index < 12; index++) {
    const text = await gitText(folder, ['show', `main:${noticePath(`p${String(index)}`)}`]);
    expect(text).toContain(`第 ${String(index)} 篇。`);
  }
  expect(await gitText(folder, ['for-each-ref', 'refs/heads/cms'])).toBe('');
  expect(await gitText(folder, ['fsck', '--strict', '--no-dangling'])).toBe('');
});

test('accepts one of two parallel edits of one text, and refuses the other', async () => {
  const { version } = await save(stores[0]!, 'both', '开头。');
  const asked = await Promise.allSettled([
    save(stores[0]!, 'both', '张敏的改法。', version),
    save(stores[1]!, 'both', '李强的改法。', version),
  ]);
  expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = asked.find((each) => each.status === 'rejected');
  expect(String(refused?.reason)).toMatch(/(张敏|李强)在.*保存了这篇内容的另一版/);
});
