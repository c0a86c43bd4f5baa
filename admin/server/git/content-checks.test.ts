import { afterAll, beforeAll, expect, test } from 'vitest';
import { mergeDraft } from '../drafts/merge-draft.ts';
import { saveDraft } from '../drafts/save-draft.ts';
import { zhang } from '../testing/fixture-hub.ts';
import { fixtureStore } from '../testing/fixture-store.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import { noticeDraft } from '../testing/notice-draft.ts';
import { trashEntry } from '../trash/move-to-trash.ts';
import { noticePath } from '../testing/fixture-hub.ts';
import { listed } from './content-checks.ts';

let fixture: FixtureStore;
beforeAll(async () => {
  fixture = await fixtureStore();
});
afterAll(() => fixture.cleanUp());

const links = (count: number): string =>
  Array.from({ length: count }, (_, index) => `[见](/notices/2026/mei-you-${String(index)}/)`).join('\n\n');

test.each([
  [50, 50, '/mei-you-49/'],
  [51, 51, '另有 1 处和上面的相似'],
  [4000, 51, '另有 3950 处和上面的相似'],
])('of %i wrong links, the desk lists what somebody can read', async (count, listed, last) => {
  const slug = `lian-${String(count)}`;
  const { problems } = await saveDraft(fixture.store, zhang, noticeDraft('链接', slug, links(count)));
  expect(problems).toHaveLength(listed);
  expect(problems.at(-1)?.message).toContain(last);
  const refused = mergeDraft(fixture.store, zhang, 'notices', `2026/${slug}`);
  await expect(refused).rejects.toMatchObject({
    message: `还不能发布：共 ${String(count)} 处需要修改。改好后再点发布。`,
    problems: { length: listed },
  });
});

test.each([
  [300, 300, '错 299'],
  [400, 301, '一共有 400 处需要修改，这里只列出前 300 处。改好后再保存，会列出其余的。'],
])('of problems in %i entries, the desk lists what somebody can read', (count, length, last) => {
  const problems = Array.from({ length: count }, (_, index) => ({
    file: `content/notices/2026/a-${String(index)}/index.md`,
    message: `错 ${String(index)}`,
  }));
  const shown = listed(problems);
  expect([shown.length, shown.at(-1)?.message]).toEqual([length, last]);
});

test('suggests an address for the first twenty wrong links only', async () => {
  const wrong = Array.from({ length: 25 }, () => '[见](/notices/2026/tingshu/)').join('\n\n');
  const { problems } = await saveDraft(fixture.store, zhang, noticeDraft('相近', 'xiangjin', wrong));
  const near = problems.filter(({ message }) => message.includes('是不是“/notices/2026/tingshui/”？'));
  expect([problems.length, near.length]).toEqual([25, 20]);
});

test('sees at once what somebody else has published', async () => {
  const { store } = fixture;
  const pointing = noticeDraft('指路', 'zhilu', '见[停水](/notices/2026/tingshui/)。');
  expect((await saveDraft(store, zhang, pointing)).problems).toEqual([]);
  await trashEntry(store, zhang, noticePath('tingshui'));
  await expect(mergeDraft(store, zhang, 'notices', '2026/zhilu')).rejects.toMatchObject({
    problems: [{ message: '链接“/notices/2026/tingshui/”在本站没有对应的页面，请改正。' }],
  });
});
