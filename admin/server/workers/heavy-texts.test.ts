import { afterAll, beforeAll, expect, test } from 'vitest';
import { mergeDraft } from '../drafts/merge-draft.ts';
import { saveDraft } from '../drafts/save-draft.ts';
import { tooMuchToCheck } from '../entries/text-readings.ts';
import { openStore } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';
import { gitText } from '../git/run-git.ts';
import { fixtureStore } from '../testing/fixture-store.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import { li, noticePath, zhang } from '../testing/fixture-hub.ts';
import { noticeDraft } from '../testing/notice-draft.ts';
import { LimitedPool } from './limited-pool.ts';

let fixture: FixtureStore;
let store: Store;
let pool: LimitedPool;

beforeAll(async () => {
  fixture = await fixtureStore();
  // So little memory that half a megabyte of text is too much. Time is not limited.
  pool = new LimitedPool({ processes: 2, milliseconds: 600_000, megabytes: 40 });
  store = openStore(fixture.store.repository.folder, { work: pool.run });
});
afterAll(async () => {
  store.repository.close();
  await pool.close();
  await fixture.cleanUp();
});

const heavy: readonly (readonly [slug: string, body: string])[] = [
  ['biaoge', `| 甲 | 乙 |\n|---|---|\n${'| 一 | 二 |\n'.repeat(60_000)}`],
  ['lianjie', '[见](/notices/2026/tingshui/) '.repeat(40_000)],
  ['yinyong', `${'> '.repeat(60)}字\n\n`.repeat(6_000)],
];

test.each(heavy)(
  'a text too heavy to check is saved, byte for byte, and not published: %s',
  async (slug, body) => {
    const draft = noticeDraft('很长的通知', slug, body);
    const [saved, other] = await Promise.all([
      pool.for('zhang', () => saveDraft(store, zhang, draft)),
      pool.for('li', () => saveDraft(store, li, noticeDraft('别人的通知', `${slug}-li`, '短短一句。'))),
    ]);
    expect(other.problems).toEqual([]);
    expect(saved.problems).toEqual([{ file: noticePath(slug), message: tooMuchToCheck }]);
    const { folder } = store.repository;
    const stored = await gitText(folder, [
      'show',
      `refs/heads/cms/notices/2026--${slug}:${noticePath(slug)}`,
    ]);
    expect(stored).toBe(draft.text.trim());
    await expect(mergeDraft(store, zhang, 'notices', `2026/${slug}`)).rejects.toMatchObject({
      status: 422,
      problems: [{ message: tooMuchToCheck }],
    });
    // Made shorter, it is like any other.
    const short = await saveDraft(
      store,
      zhang,
      noticeDraft('短的通知', slug, '一句。', { baseVersion: saved.version }),
    );
    expect(short.problems).toEqual([]);
    await mergeDraft(store, zhang, 'notices', `2026/${slug}`);
  },
);

test('an uploaded file of a heavy text is kept if its name occurs in it', async () => {
  const [slug, body] = heavy[0]!;
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><path d="M0 0h4v3z"/></svg>',
  );
  const asset = (name: string) => ({ path: noticePath(`${slug}-tu`).replace('index.md', name), bytes: svg });
  const draft = noticeDraft('有图', `${slug}-tu`, `![图](tu.svg)\n\n${body}`, {
    assets: [asset('tu.svg'), asset('mei-yong.svg')],
  });
  expect((await saveDraft(store, zhang, draft)).files).toEqual(['tu.svg']);
});
