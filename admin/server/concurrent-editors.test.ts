import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createFirstClient,
  password,
  startHub,
  sendForm,
  waitUntil,
  hubClient,
} from './testing/hub-process.ts';
import type { HubProcess, HubClient } from './testing/hub-process.ts';
import { noticePath, noticeText, fixtureHub } from './testing/fixture-hub.ts';
import type { FixtureHub } from './testing/fixture-hub.ts';

let fixture: FixtureHub;
let hub: HubProcess;
let people: HubClient[];
/** The build waits while this file exists. */
let hold: string;

beforeAll(async () => {
  fixture = await fixtureHub();
  hold = `${fixture.folder}/hold`;
  hub = await startHub(fixture, { HOLD: hold });
  const owner = await createFirstClient(hub);
  people = [owner];
  for (const [username, name] of [
    ['li', '李强'],
    ['wang', '王芳'],
    ['zhao', '赵磊'],
  ] as const) {
    await owner.post('/admin/api/accounts', { action: 'add', username, name, password, role: 'editor' });
    const { cookie } = await sendForm(hub.address, '/admin/sign-in', { username, password });
    people.push(hubClient(hub.address, cookie));
  }
});
afterAll(async () => {
  await hub.stop();
  await fixture.cleanUp();
});

const git = (...args: string[]): string =>
  execFileSync('git', ['--git-dir', `${fixture.folder}/data/store.git`, ...args], { encoding: 'utf8' });

const save = (person: HubClient, slug: string, body: string, options: object) =>
  person.store('persistEntry', {
    dataFiles: [
      { path: noticePath(slug), slug: `2026/${slug}/index`, raw: noticeText(`通知${slug}`, slug, body) },
    ],
    assets: [],
    options: { collectionName: 'notices', ...options },
  });
const byTurns = (index: number): HubClient => people[index % people.length]!;

test('stores forty parallel saves of four people to different entries', async () => {
  const saves = Array.from({ length: 40 }, (_, index) =>
    save(byTurns(index), `t${String(index)}`, `第 ${String(index)} 篇。`, { newEntry: true }),
  );
  const answers = await Promise.all(saves);
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);

  const board = await people[0]!.store('allUnpublishedEntries', {});
  const drafts = board.json as unknown as {
    slug: string;
    data: string;
    updatedBy: string;
    version: string;
  }[];
  expect(drafts).toHaveLength(40);
  for (const { slug, data } of drafts) {
    expect(data).toContain(`第 ${/t(\d+)/.exec(slug)![1]!} 篇。`);
  }
  expect(new Set(drafts.map(({ updatedBy }) => updatedBy))).toEqual(
    new Set(['张敏', '李强', '王芳', '赵磊']),
  );
});

test('accepts one of ten parallel saves to one entry, and refuses nine', async () => {
  const { json } = await people[0]!.store('unpublishedEntry', {
    collection: 'notices',
    slug: '2026/t0/index',
  });
  const baseVersion = json['version'];
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      save(byTurns(index), 't0', `改法 ${String(index)}。`, { baseVersion }),
    ),
  );
  const won = answers.findIndex(({ status }) => status === 200);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const refused = answers.filter(({ status }) => status === 409);
  expect(refused).toHaveLength(9);
  for (const { json: answer } of refused) {
    expect(answer['error']).toMatch(/^(张敏|李强|王芳|赵磊)在\d+月\d+日 \d\d:\d\d保存了这篇内容的另一版/);
  }
  expect(git('show', `refs/heads/cms/notices/2026--t0:${noticePath('t0')}`)).toContain(
    `改法 ${String(won)}。`,
  );
});

const isIdle = async (): Promise<boolean> =>
  ((await (await people[0]!.get('/admin/api/build')).json()) as { state: string }).state === 'idle';
const buildsStarted = (): number => hub.lines.filter((line) => / build \S+ starts$/.test(line)).length;

test('loses nothing when publishing and deleting in parallel', async () => {
  await waitUntil(isIdle, 'the first build');
  const before = buildsStarted();
  await writeFile(hold, '');
  const publish = Array.from({ length: 20 }, (_, index) =>
    byTurns(index).store('publishUnpublishedEntry', {
      collection: 'notices',
      slug: `2026/t${String(index)}/index`,
    }),
  );
  const remove = Array.from({ length: 5 }, (_, index) =>
    byTurns(index).store('deleteUnpublishedEntry', {
      collection: 'notices',
      slug: `2026/t${String(39 - index)}`,
    }),
  );
  const answers = await Promise.all([...publish, ...remove]);
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  const files = git('ls-tree', '-r', '--name-only', 'main').split('\n');
  for (let index = 0; index < 20; index++) expect(files).toContain(noticePath(`t${String(index)}`));
  const trash = (await (await people[0]!.get('/admin/api/trash')).json()) as { items: unknown[] };
  expect(trash.items).toHaveLength(5);
  expect(git('fsck', '--strict', '--no-dangling')).toBe('');
  expect(git('for-each-ref', '--format=%(refname)', 'refs/heads/cms').trim().split('\n')).toHaveLength(15);

  await rm(hold);
  await waitUntil(isIdle, 'the builds');
  const report = (await (await people[0]!.get('/admin/api/build')).json()) as { live: { commit: string } };
  expect(report.live.commit).toBe(git('rev-parse', 'main').trim());
  // One build for the first publication, and one for all that were requested during it.
  expect(buildsStarted() - before).toBe(2);
});
