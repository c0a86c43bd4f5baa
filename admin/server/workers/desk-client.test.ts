import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../accounts/permissions.ts';
import { Refusal } from '../../shared/refusal.ts';
import { li, noticePath, noticeText, zhang } from '../testing/fixture-hub.ts';
import { fixtureStore } from '../testing/fixture-store.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import { gitText } from '../git/run-git.ts';
import { DeskClient } from './desk-client.ts';

let fixture: FixtureStore;
let client: DeskClient;
const lines: string[] = [];
const published: string[] = [];
let timesBack = 0;

beforeAll(async () => {
  fixture = await fixtureStore();
  const { folder } = fixture.store.repository;
  client = new DeskClient({
    repository: folder,
    production: false,
    cache: `${folder}/../cache`,
    published: (by) => published.push(by),
    isBack: () => timesBack++,
    log: (line) => lines.push(line),
  });
});
afterAll(async () => {
  await client.close();
  await fixture.cleanUp();
});

async function ask(action: string, params: object, person = zhang): Promise<Record<string, unknown>> {
  const request = new TextEncoder().encode(JSON.stringify({ action, params }));
  return JSON.parse(new TextDecoder().decode(await client.act(person, request))) as Record<string, unknown>;
}
// A role that only a newer version of the server knows.
const nobody = { ...li, role: 'guest' as Person['role'] };

const save = (slug: string, body: string, person = zhang) =>
  ask(
    'persistEntry',
    {
      dataFiles: [
        { path: noticePath(slug), slug: `2026/${slug}/index`, raw: noticeText('通知', slug, body) },
      ],
      assets: [],
      options: { collectionName: 'notices', newEntry: true },
    },
    person,
  );

test('saves, refuses and publishes through the thread, in the words of the desk', async () => {
  expect(await save('xin', '正文。')).toMatchObject({ unchanged: false, problems: [] });
  const refused = await save('xin', '另一篇。', li).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  expect(refused).toMatchObject({
    status: 409,
    details: { taken: { slug: '2026/xin/index', free: 'xin-2' } },
  });
  await expect(
    ask('publishUnpublishedEntry', { collection: 'notices', slug: '2026/xin' }, nobody),
  ).rejects.toMatchObject({
    status: 403,
  });
  expect(published).toEqual([]);
  await ask('publishUnpublishedEntry', { collection: 'notices', slug: '2026/xin' });
  expect(published).toEqual(['张敏']);
  const { folder } = fixture.store.repository;
  expect(await gitText(folder, ['show', `main:${noticePath('xin')}`])).toContain('正文。');
});

test('answers what is no request with a sentence, and a file with its bytes', async () => {
  await expect(client.act(zhang, new TextEncoder().encode('{"action":'))).rejects.toMatchObject({
    status: 400,
  });
  const text = await client.file({ path: noticePath('tingshui'), collection: '', slug: '' });
  expect(new TextDecoder().decode(text?.bytes)).toContain('停水通知');
  const refused = client.checkUpload(zhang, 'a.exe', new Uint8Array([1]));
  await expect(refused).rejects.toMatchObject({ status: 422, details: { file: 'a.exe' } });
});

test('answers open requests when its thread ends, and goes on with a new one', async () => {
  await save('lai', '在中断以前存上的。');
  const open = Promise.allSettled([save('po', '正在存。'), save('po2', '正在存。')]);
  await client.endThread();
  for (const each of await open) {
    if (each.status === 'rejected') expect(each.reason).toMatchObject({ status: 503, message: /再保存一次/ });
  }
  expect(await save('hou', '中断以后存上的。')).toMatchObject({ problems: [] });
  const drafts = (await ask('unpublishedEntries', {})) as unknown as string[];
  expect(drafts).toEqual(expect.arrayContaining(['notices/2026/lai/index', 'notices/2026/hou/index']));
  expect(lines.join('\n')).toContain("the desk's thread is back");
  // What the old thread published without saying so is built then.
  expect(timesBack).toBe(1);
});
