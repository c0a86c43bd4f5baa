import { execFileSync } from 'node:child_process';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureHub, noticePath, noticeText } from '../testing/fixture-hub.ts';
import type { FixtureHub } from '../testing/fixture-hub.ts';
import {
  createFirstClient,
  hubClient,
  password,
  sendForm,
  startHub,
  waitUntil,
} from '../testing/hub-process.ts';
import type { HubProcess } from '../testing/hub-process.ts';

let fixture: FixtureHub;
let hub: HubProcess;
let remote: string;
const inRemote = (...args: string[]): string =>
  execFileSync('git', ['-C', remote, ...args], { encoding: 'utf8' }).trim();

beforeAll(async () => {
  fixture = await fixtureHub();
  remote = path.join(fixture.folder, 'mirror.git');
  execFileSync('git', ['init', '--bare', '--quiet', '--initial-branch=main', remote]);
  hub = await startHub(fixture, { MIRROR_URL: `file://${remote}` });
});
afterAll(async () => {
  await hub.stop();
  await fixture.cleanUp();
});

test('the server pushes each publication, and tells administrators when it has failed for a day', async () => {
  const owner = await createFirstClient(hub);
  await owner.post('/admin/api/accounts', {
    action: 'add',
    username: 'li',
    name: '李强',
    role: 'editor',
    password,
  });
  const { cookie } = await sendForm(hub.address, '/admin/sign-in', { username: 'li', password });
  const raw = noticeText('义诊通知', 'yizhen', '周五下午义诊。');
  const dataFiles = [{ path: noticePath('yizhen'), slug: '2026/yizhen/index', raw }];
  const options = { collectionName: 'notices', newEntry: true };
  expect((await owner.store('persistEntry', { dataFiles, assets: [], options })).status).toBe(200);
  const params = { collection: 'notices', slug: '2026/yizhen' };
  expect((await owner.store('publishUnpublishedEntry', params)).status).toBe(200);
  const there = (): string =>
    inRemote('for-each-ref') === '' ? '' : inRemote('ls-tree', '-r', '--name-only', 'main');
  await waitUntil(() => Promise.resolve(there().includes(noticePath('yizhen'))), 'the mirror');

  const reported = async (): Promise<unknown[]> =>
    Promise.all(
      [owner.cookie, cookie].map(async (each) => {
        const answer = await hubClient(hub.address, each).get('/admin/api/build');
        return ((await answer.json()) as { mirror?: string }).mirror;
      }),
    );
  expect(await reported()).toEqual([undefined, undefined]);

  await waitUntil(async () => (await readFile(file(), 'utf8').catch(() => '')).includes('"at"'), 'the state');
  await hub.stop();
  await rename(remote, `${remote}.away`);
  const state = JSON.parse(await readFile(file(), 'utf8')) as Record<string, unknown>;
  await writeFile(
    file(),
    JSON.stringify({ ...state, commit: 'older', failingSince: '2026-01-01T00:00:00Z' }),
  );
  hub = await startHub(fixture, { MIRROR_URL: `file://${remote}` });
  await waitUntil(
    () => Promise.resolve(hub.lines.some((line) => line.includes('mirror: attempt 1 failed'))),
    'a try',
  );
  expect(await reported()).toEqual([expect.stringMatching(/已经 \d+ 天没有存成/), undefined]);
  expect((await fetch(hub.address)).status).toBe(200);
});

const file = (): string => path.join(fixture.folder, 'data', 'mirror.json');
