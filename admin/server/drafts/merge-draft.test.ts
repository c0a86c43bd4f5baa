import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveDraft } from './save-draft.ts';
import type { DraftToSave } from './draft-base.ts';
import { gitText } from '../git/run-git.ts';
import { mergeDraft } from './merge-draft.ts';
import { expectRefusal } from '../testing/expect-refusal.ts';
import { mainRef } from '../git/repository.ts';
import { li, noticePath, noticeText, zhang } from '../testing/fixture-hub.ts';
import { fixtureStore } from '../testing/fixture-store.ts';
import { noticeDraft } from '../testing/notice-draft.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import { mainCommit, versionAt } from '../git/content-store.ts';

let fixture: FixtureStore;
beforeAll(async () => {
  fixture = await fixtureStore();
});
afterAll(() => fixture.cleanUp());

const save = (slug: string, body: string, more: Partial<DraftToSave> = {}) =>
  saveDraft(fixture.store, li, noticeDraft('消防演练', slug, body, more));
const publish = (slug: string, version?: string) =>
  mergeDraft(fixture.store, zhang, 'notices', `2026/${slug}`, version);
const onMain = (path: string) => gitText(fixture.store.repository.folder, ['show', `main:${path}`]);
const moved = (slug: string, body: string) => ({
  newPath: `content/notices/2025/${slug}/index.md`,
  text: noticeText('消防演练', slug, body).replace('2026-03', '2025-03'),
});

/** Publishes an entry and saves a draft that moves it to the previous year. */
async function draftThatMoves(slug: string): Promise<void> {
  await save(slug, '原来的。');
  await publish(slug);
  const baseVersion = await versionAt(fixture.store, await mainCommit(fixture.store), `notices/2026/${slug}`);
  await save(slug, '', { baseVersion, ...moved(slug, '搬到去年。') });
}

/** A commit on main by somebody else. */
async function changeMain(path: string, text: string | undefined): Promise<void> {
  const { repository } = fixture.store;
  const main = await mainCommit(fixture.store);
  const blob = text === undefined ? undefined : await repository.storeBlob(text);
  const tree = await repository.writeTree(main, new Map([[path, blob]]));
  const commit = await repository.commit(tree, [main], zhang, '别处改的\n');
  await gitText(repository.folder, ['update-ref', mainRef, commit, main]);
}

test('publishes only the version that the editor has seen', async () => {
  const seen = await save('yi', '看过的一版。');
  const since = await save('yi', '后来的一版。', { baseVersion: seen.version });
  const { status, message } = await expectRefusal(publish('yi', seen.version));
  expect(status).toBe(409);
  expect(message).toMatch(/^李强在\d+月\d+日 \d\d:\d\d保存了这篇内容的另一版/);
  await expect(onMain(noticePath('yi'))).rejects.toThrow();
  await publish('yi', since.version);
  expect(await onMain(noticePath('yi'))).toContain('后来的一版。');
});

test('does not overwrite an entry in the new folder of a moving draft', async () => {
  await draftThatMoves('er');
  const there = 'content/notices/2025/er/index.md';
  await changeMain(there, noticeText('别的', 'er', '先到的。').replace('2026-03', '2025-03'));
  expect((await expectRefusal(publish('er'))).status).toBe(409);
  expect(await onMain(there)).toContain('先到的。');
});

test('does not restore an entry that was deleted after the draft was started', async () => {
  await draftThatMoves('san');
  await changeMain(noticePath('san'), undefined);
  const { status, message } = await expectRefusal(publish('san'));
  expect(status).toBe(409);
  expect(message).toMatch(/^这篇内容已经不在了/);
  await expect(onMain('content/notices/2025/san/index.md')).rejects.toThrow();
});

test('refuses to publish without a draft', async () => {
  expect((await expectRefusal(publish('meiyou'))).status).toBe(404);
});
