import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureStore } from '../testing/fixture-store.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import { mainCommit } from './content-store.ts';
import { RefUpdater } from './ref-updater.ts';

let fixture: FixtureStore;
let refs: RefUpdater;
let main: string;
beforeAll(async () => {
  fixture = await fixtureStore();
  refs = new RefUpdater(fixture.store.repository.folder);
  main = await mainCommit(fixture.store);
});
afterAll(async () => {
  refs.close();
  await fixture.cleanUp();
});

const git = (...args: string[]): string =>
  execFileSync('git', ['--git-dir', fixture.store.repository.folder, ...args], { encoding: 'utf8' }).trim();
const made = (name: string) => ({ ref: `refs/heads/${name}`, from: undefined, to: main });

/** The processes of git that wait for transactions on this repository. */
const updaters = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const isOurs = readFileSync(`/proc/${pid}/environ`, 'utf8').includes(fixture.store.repository.folder);
        return isOurs && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('update-ref');
      } catch {
        return false;
      }
    })
    .map(Number);

test('moves refs together, many times, with one process', async () => {
  for (let each = 0; each < 20; each++) await refs.move([made(`a${String(each)}`), made(`b${String(each)}`)]);
  expect(git('for-each-ref', '--format=x', 'refs/heads/a*', 'refs/heads/b*').split('\n')).toHaveLength(40);
  expect(updaters()).toHaveLength(1);
  await refs.move([{ ref: 'refs/heads/a0', from: main, to: undefined }]);
  expect(git('for-each-ref', 'refs/heads/a0')).toBe('');
});

test('moves none if one is elsewhere, leaves no lock, and goes on', async () => {
  const wrong = [made('c1'), { ref: 'refs/heads/b1', from: '1'.repeat(40), to: undefined }];
  await expect(refs.move(wrong)).rejects.toMatchObject({ stderr: /but expected/ });
  expect(git('for-each-ref', 'refs/heads/c1')).toBe('');
  await refs.move([made('c1'), { ref: 'refs/heads/b1', from: main, to: undefined }]);
  expect(git('for-each-ref', '--format=%(refname)', 'refs/heads/c1', 'refs/heads/b1')).toBe('refs/heads/c1');
});

test('a transaction that never ran is tried again when its process was killed', async () => {
  const { store } = fixture;
  const move = (name: string) =>
    store.repository.transact(() => Promise.resolve({ changes: [made(name)], result: name }));
  await move('d1');
  for (const pid of updaters()) process.kill(pid, 'SIGKILL');
  expect(await move('d2')).toBe('d2');
  expect(git('rev-parse', 'refs/heads/d2')).toBe(main);
});
