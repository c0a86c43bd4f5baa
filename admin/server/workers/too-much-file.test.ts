import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveDraft } from '../drafts/save-draft.ts';
import { openStore } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';
import { noticePath, zhang } from '../testing/fixture-hub.ts';
import { fixtureStore } from '../testing/fixture-store.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import { noticeDraft } from '../testing/notice-draft.ts';
import { deskWork } from './desk-work.ts';
import { LimitedPool } from './limited-pool.ts';

let fixture: FixtureStore;
let store: Store;
let pool: LimitedPool;
beforeAll(async () => {
  fixture = await fixtureStore();
  // Files that are decoded are ended at once, because loading the decoders takes longer.
  pool = new LimitedPool({ processes: 2, milliseconds: 1, megabytes: 200 });
  const real = fixture.store.work;
  store = openStore(fixture.store.repository.folder, {
    work: (job, input) => (job === 'cleanFile' ? pool.run(job, input) : real(job, input)),
  });
});
afterAll(async () => {
  store.repository.close();
  await pool.close();
  await fixture.cleanUp();
});

const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><path d="M0 0h4v3z"/></svg>',
);
const refusal = {
  status: 422,
  message: /^“tu.svg”太大或太复杂，没能检查完，所以没有存。/,
  details: { file: 'tu.svg' },
};

test('a file over the limits is refused by its name when it is chosen, and when it is saved', async () => {
  const work = deskWork(store, () => undefined);
  await expect(work.checkUpload(zhang, 'tu.svg', new Uint8Array(svg))).rejects.toMatchObject(refusal);
  const path = noticePath('tu').replace('index.md', 'tu.svg');
  const draft = noticeDraft('有图', 'tu', '![图](tu.svg)', { assets: [{ path, bytes: svg }] });
  await expect(saveDraft(store, zhang, draft)).rejects.toMatchObject(refusal);
  // Without the file, the text is saved.
  const saved = await saveDraft(store, zhang, { ...draft, assets: [] });
  expect(saved.problems.map(({ message }) => message)).toEqual([
    '图片“tu.svg”不在这篇内容的文件夹里，请把文件放进去或改正文件名。',
  ]);
});
