import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { mergeDraft } from '../drafts/merge-draft.ts';
import { saveDraft } from '../drafts/save-draft.ts';
import { openStore } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';
import { zhang } from '../testing/fixture-hub.ts';
import { fixtureStore } from '../testing/fixture-store.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import { noticeDraft } from '../testing/notice-draft.ts';
import { PoolClosed, workHere } from '../workers/text-work.ts';
import { tooMuchToCheck } from './text-readings.ts';

let fixture: FixtureStore;
let store: Store;
/** Decides what happens to a job on texts with 绊. */
let fault: () => Error | undefined = () => undefined;
beforeAll(async () => {
  fixture = await fixtureStore();
  store = openStore(fixture.store.repository.folder, {
    work: (job, input) => {
      const isHit = job === 'readTexts' && JSON.stringify(input).includes('绊');
      const error = isHit ? fault() : undefined;
      return error ? Promise.reject(error) : workHere(job, input);
    },
  });
});
afterAll(async () => {
  store.repository.close();
  await fixture.cleanUp();
});
afterEach(() => vi.restoreAllMocks());

const messagesOf = async (slug: string): Promise<string[]> => {
  const saved = await saveDraft(store, zhang, noticeDraft('绊', slug, '正文。'));
  return saved.problems.map(({ message }) => message);
};

test.each([
  ['an error of our code', () => new RangeError('Maximum call stack size exceeded')],
  ['a process that was killed', () => new Error('A text process ended with SIGKILL.')],
  ['a process that does not start', () => new Error('A text process did not start.')],
])('a text on which reading fails by %s is stored, and stops nobody else', async (name, made) => {
  const slug = `ban-${String(name.length)}`;
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  fault = made;
  expect(await messagesOf(slug)).toEqual([tooMuchToCheck]);
  expect(said.mock.calls.join()).toContain(`content/notices/2026/${slug}/index.md cannot be read: `);
  await expect(mergeDraft(store, zhang, 'notices', `2026/${slug}`)).rejects.toMatchObject({ status: 422 });
  await saveDraft(store, zhang, noticeDraft('别的', `bie-${String(name.length)}`, '正文。'));
  await mergeDraft(store, zhang, 'notices', `2026/bie-${String(name.length)}`);
});

test('a failure that does not come again says nothing about the text', async () => {
  let left = 1;
  fault = () => (left-- > 0 ? new Error('A text process ended with SIGKILL.') : undefined);
  expect(await messagesOf('yici')).toEqual([]);
});

test('a stop of the server says nothing about the text', async () => {
  fault = () => new PoolClosed();
  await expect(messagesOf('ting')).rejects.toThrow('The server is stopping.');
  fault = () => undefined;
  expect(await messagesOf('ting')).toEqual([]);
});
