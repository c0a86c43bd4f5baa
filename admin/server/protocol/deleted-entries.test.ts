import { afterEach, beforeEach, expect, test } from 'vitest';
import { mergeDraft } from '../drafts/merge-draft.ts';
import { saveDraft } from '../drafts/save-draft.ts';
import { gitText } from '../git/run-git.ts';
import { noticeDraft } from '../testing/notice-draft.ts';
import { fixtureStore } from '../testing/fixture-store.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import { noticePath, zhang } from '../testing/fixture-hub.ts';
import { handleAction } from './proxy-protocol.ts';

let fixture: FixtureStore;
beforeEach(async () => {
  fixture = await fixtureStore();
  const { store } = fixture;
  await saveDraft(store, zhang, noticeDraft('有草稿', 'caogao', '正文。'));
  await mergeDraft(store, zhang, 'notices', '2026/caogao');
  const baseVersion = await gitText(store.repository.folder, [
    'rev-parse',
    'main:content/notices/2026/caogao',
  ]);
  await saveDraft(store, zhang, noticeDraft('有草稿', 'caogao', '改了。', { baseVersion }));
});
afterEach(() => fixture.cleanUp());

test.each([
  ['is gone', [noticePath('tingshui'), noticePath('meiyou')], 404, 1],
  ['has a draft', [noticePath('tingshui'), noticePath('caogao')], 409, 1],
  ['is named twice', [noticePath('tingshui'), noticePath('tingshui')], 404, 1],
  ['is gone, before the others', [noticePath('meiyou'), noticePath('tingshui')], 404, 0],
])(
  'an entry that cannot be deleted because it %s leaves no deleted one on the site',
  async (_, paths, status, builds) => {
    const { store } = fixture;
    const published: string[] = [];
    const desk = { store, published: ({ name }: { name: string }) => published.push(name) };
    await expect(
      handleAction(desk, zhang, { action: 'deleteFiles', params: { paths } }),
    ).rejects.toMatchObject({ status });
    expect(published).toHaveLength(builds);
    const left = await gitText(store.repository.folder, ['ls-tree', '-r', '--name-only', 'main']);
    expect(left.includes(noticePath('tingshui'))).toBe(builds === 0);
  },
);
