import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { saveDraft } from './save-draft.ts';
import type { DraftToSave } from './draft-base.ts';
import { mergeDraft } from './merge-draft.ts';
import { expectRefusal } from '../testing/expect-refusal.ts';
import { li, noticePath, noticeText, zhang } from '../testing/fixture-hub.ts';
import { fixtureStore } from '../testing/fixture-store.ts';
import { noticeDraft } from '../testing/notice-draft.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';

// Generous limits for busy machines.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let fixture: FixtureStore;
beforeAll(async () => {
  fixture = await fixtureStore();
});
afterAll(() => fixture.cleanUp());

const picture = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"/>');
const save = (slug: string, body: string, more: Partial<DraftToSave> = {}) =>
  saveDraft(fixture.store, li, noticeDraft('通知', slug, body, more));

test('refuses to move a draft to the slug of another draft', async () => {
  await save('jia', '甲。');
  const { version } = await save('yi', '乙。');
  const { status, message } = await expectRefusal(
    save('yi', '乙。', { newPath: noticePath('jia'), baseVersion: version }),
  );
  expect(status).toBe(409);
  expect(message).toMatch(/^李强已经在写一篇用这个网址名的草稿《通知》/);
});

test.each([
  ['the current path', { path: 'content/orgs/shequ/index.md', newPath: noticePath('bing') }],
  ['the new path', { newPath: 'content/orgs/bing/index.md' }],
])('refuses another collection in %s', async (_, places) => {
  const { status, message } = await expectRefusal(save('bing', '丙。', { isNew: true, ...places }));
  expect([status, message]).toEqual([422, '这篇内容的位置和所选栏目对不上，请刷新页面后再保存。']);
});

test('keeps an unreferenced published file when the entry moves and at later saves', async () => {
  await save('ding', '![图](tu.svg)', { assets: [{ path: 'tu.svg', bytes: picture }] });
  await mergeDraft(fixture.store, zhang, 'notices', '2026/ding');
  const opened = await fixture.store.repository.idAt('main', 'content/notices/2026/ding');
  const text = noticeText('通知', 'wu', '没有图。');
  const moved = await save('ding', '', { text, newPath: noticePath('wu'), baseVersion: opened });
  expect(moved.files).toEqual(['tu.svg']);
  expect(moved.notice).toContain('这篇内容的地址改成了 /notices/2026/wu/。');
  const again = await save('wu', '还是没有图。', { baseVersion: moved.version });
  expect(again.files).toEqual(['tu.svg']);
  // Only the save that moved it returns the message.
  expect(again.notice).toBeUndefined();
});

test('keeps the creator of a draft when another person saves it', async () => {
  const { version } = await save('ji', '己。');
  await saveDraft(fixture.store, zhang, {
    collection: 'notices',
    slug: '2026/ji/index',
    path: noticePath('ji'),
    text: noticeText('通知', 'ji', '己，改过。'),
    assets: [],
    isNew: false,
    baseVersion: version,
  });
  const { drafts } = await fixture.store.records.read();
  const record = [...drafts.values()].find(({ folder }) => folder === 'notices/2026/ji');
  expect(record).toMatchObject({ createdBy: { name: '李强' }, updatedBy: { name: '张敏' } });
});
