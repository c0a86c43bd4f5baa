import { afterAll, beforeAll, expect, test } from 'vitest';
import { handleAction } from '../protocol/proxy-protocol.ts';
import type { DraftStatus } from '../git/record-store.ts';
import { li, noticePath, noticeText, zhang } from '../testing/fixture-hub.ts';
import { fixtureStore } from '../testing/fixture-store.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import type { Store } from '../git/content-store.ts';

let fixture: FixtureStore;
let store: Store;

beforeAll(async () => {
  fixture = await fixtureStore();
  store = fixture.store;
});
afterAll(() => fixture.cleanUp());

const ask = (action: string, params: object, person = zhang): Promise<unknown> =>
  handleAction({ store, published: () => undefined }, person, { action, params });
const save = (slug: string, body: string, options: object, person = zhang) =>
  ask(
    'persistEntry',
    {
      dataFiles: [
        { path: noticePath(slug), slug: `2026/${slug}/index`, raw: noticeText('通知', slug, body) },
      ],
      options: { collectionName: 'notices', useWorkflow: true, ...options },
    },
    person,
  ) as Promise<{ version: string }>;
const draft = (slug: string) =>
  ask('unpublishedEntry', { collection: 'notices', slug: `2026/${slug}` }) as Promise<{
    status: DraftStatus;
    version: string;
  }>;

test('starts a new entry as draft, even if the page asks for another status', async () => {
  await save('yi', '正文。', { newEntry: true }, li);
  await save('er', '正文。', { newEntry: true, status: 'pending_publish' });
  expect([(await draft('yi')).status, (await draft('er')).status]).toEqual(['draft', 'draft']);
});

test('starts changes of a published or unpublished entry as draft', async () => {
  const { version } = (await ask('getEntry', { path: noticePath('tingshui') })) as { version: string };
  await save('tingshui', '改期。', { baseVersion: version, status: 'pending_publish' });
  expect((await draft('tingshui')).status).toBe('draft');

  await ask('publishUnpublishedEntry', { collection: 'notices', slug: '2026/tingshui' });
  await ask('deleteFiles', { paths: [noticePath('tingshui')] });
  await save('tingshui', '改期。', { newEntry: true, status: 'pending_publish' });
  expect((await draft('tingshui')).status).toBe('draft');
});

test.each(['draft', 'pending_review', 'pending_publish'] as const)(
  'keeps the status %s when saving',
  async (status) => {
    const slug = `zai-${status.replace('_', '-')}`;
    await save(slug, '正文。', { newEntry: true });
    await ask('updateUnpublishedEntryStatus', {
      collection: 'notices',
      slug: `2026/${slug}/index`,
      newStatus: status,
    });
    for (const [person, asked] of [
      [li, 'pending_publish'],
      [zhang, undefined],
    ] as const) {
      const { version } = await draft(slug);
      await save(slug, `${person.name}改的。`, { baseVersion: version, status: asked }, person);
      expect((await draft(slug)).status).toBe(status);
    }
  },
);

test('refuses a status that does not exist, and keeps the one the draft has', async () => {
  await save('zhuangtai', '正文。', { newEntry: true });
  await expect(
    ask('updateUnpublishedEntryStatus', {
      collection: 'notices',
      slug: '2026/zhuangtai',
      newStatus: 'signed',
    }),
  ).rejects.toThrow('草稿的状态只有：草稿、待审核、待发布。');
  expect((await draft('zhuangtai')).status).toBe('draft');
});
