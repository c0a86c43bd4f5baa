import { chmod, readFile, rename, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closedDesk } from './closed-desk.ts';
import { gitText } from './git/run-git.ts';
import { readSettings } from './settings.ts';
import { fixtureHub, noticePath, noticeText } from './testing/fixture-hub.ts';
import type { FixtureHub } from './testing/fixture-hub.ts';
import { createFirstClient, hubClient, startHub, waitUntil } from './testing/hub-process.ts';
import type { HubClient, HubProcess } from './testing/hub-process.ts';

let fixture: FixtureHub;
let hub: HubProcess;
let person: HubClient;
let repository: string;

beforeAll(async () => {
  fixture = await fixtureHub();
  repository = path.join(fixture.folder, 'data/store.git');
  hub = await startHub(fixture);
  person = await createFirstClient(hub);
  for (const slug of ['kanbing', 'xiuche']) {
    const raw = noticeText('通知', slug, '正文。');
    const saved = await person.store('persistEntry', {
      dataFiles: [{ path: noticePath(slug), slug: `2026/${slug}/index`, raw }],
      assets: [],
      options: { collectionName: 'notices', newEntry: true },
    });
    expect(saved.status).toBe(200);
  }
  await waitUntil(async () => (await fetch(hub.address)).status === 200, 'the first release');
});
afterAll(async () => {
  await hub.stop();
  await fixture.cleanUp();
});

const objectOf = async (name: string): Promise<string> => {
  const id = await gitText(repository, ['rev-parse', name]);
  return path.join(repository, 'objects', id.slice(0, 2), id.slice(2));
};

test('damage while running: every request gets an answer, and what is whole can be read', async () => {
  const file = await objectOf(`refs/heads/cms/notices/2026--kanbing:${noticePath('kanbing')}`);
  await chmod(file, 0o600);
  await truncate(file, 20);
  const draft = (slug: string) =>
    person.store('unpublishedEntry', { collection: 'notices', slug: `2026/${slug}` });
  const file404 = { collection: 'notices', slug: '2026/kanbing', path: noticePath('kanbing') };
  const answers = await Promise.all([
    draft('xiuche'),
    person.store('unpublishedEntryDataFile', file404),
    person.store('unpublishedEntries', {}),
    person.store('unpublishedEntryDataFile', { ...file404, slug: '2026/xiuche', path: noticePath('xiuche') }),
    person.store('entriesByFolder', { folder: 'content/notices', extension: 'md', depth: 3 }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 503, 200, 200, 200]);
  expect(answers[1].json['error']).toMatch(/告诉网络管理员/);
  expect(hub.process.exitCode).toBeNull();
});

test('damage at the start: readers keep the site, the desk says that it is closed, and opens by itself', async () => {
  await hub.stop();
  const accounts = path.join(fixture.folder, 'data/accounts.sqlite');
  await rename(accounts, `${accounts}.kept`);
  await writeFile(accounts, 'x'.repeat(8192));
  hub = await startHub(fixture, { HUB_RETRY_MS: '200' });
  const log = (): string => hub.lines.join('\n');
  expect(log()).toMatch(/The accounts in .* cannot be used.*npm run restore.*账号文件/);
  expect(log()).toMatch(/Readers see the last release at http:.*读者照常看到上一版网站/);
  expect(log()).not.toMatch(/^ready/m);

  expect((await fetch(hub.address)).status).toBe(200);
  const page = await fetch(`${hub.address}admin/`);
  expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('编辑台暂时停用')]);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  person = hubClient(hub.address, person.cookie);
  const save = await person.store('persistEntry', {});
  expect(save).toMatchObject({
    status: 503,
    json: { error: expect.stringContaining('先复制一份') as string },
  });
  // Strangers learn nothing about paths.
  expect(JSON.stringify(save.json)).not.toContain(fixture.folder);
  const health = await fetch(`${hub.address}healthz`);
  expect([health.status, await health.json()]).toEqual([
    503,
    expect.objectContaining({ ok: false, desk: 'failed' }),
  ]);

  await rename(`${accounts}.kept`, accounts);
  await waitUntil(async () => (await person.get('/admin/api/me')).status === 200, 'the desk to open again');
  await waitUntil(() => Promise.resolve(/the desk is open again · 编辑台已经恢复/.test(log())), 'the log');
  expect((await fetch(`${hub.address}healthz`)).status).toBe(200);
});

test('damage at the start without a release ends the server with the sentence', async () => {
  const other = await fixtureHub();
  const content = await readFile(path.join(other.content, 'site/index.md'), 'utf8');
  expect(content).toContain('示例共建平台');
  const first = await startHub(other, {
    HUB_BUILD_COMMAND: JSON.stringify([process.execPath, '-e', 'process.exit(1)']),
  });
  await first.stop();
  await truncate(path.join(other.folder, 'data/store.git/refs/heads/main'), 0);
  await expect(startHub(other)).rejects.toThrow(/The store .* is damaged.*内容仓库 .* 坏了/);
  await other.cleanUp();
});

test.each([
  ['https://hub.example.cn', /^max-age=\d+/],
  ['http://hub.example.cn', /^none$/],
])('a closed desk at %s keeps browsers on https only if that is its address', async (SITE_URL, value) => {
  const desk = closedDesk(readSettings({ SITE_URL, HUB_DATA: fixture.folder }), () => 'starting');
  for (const address of ['/admin/', '/admin/api/me', '/']) {
    const { headers } = await desk.request(address);
    expect(headers.get('Strict-Transport-Security') ?? 'none', address).toMatch(value);
  }
});
