import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFirstClient, startHub, waitUntil } from '../testing/hub-process.ts';
import type { HubProcess, HubClient } from '../testing/hub-process.ts';
import { noticePath, noticeText, fixtureHub } from '../testing/fixture-hub.ts';
import type { FixtureHub } from '../testing/fixture-hub.ts';

let fixture: FixtureHub;
let hub: HubProcess;
let zhang: HubClient;

beforeAll(async () => {
  fixture = await fixtureHub();
  hub = await startHub(fixture);
  zhang = await createFirstClient(hub);
});
afterAll(async () => {
  await hub.stop();
  await fixture.cleanUp();
});

const save = (slug: string, options: object, more: object = {}, body = '正文。') =>
  zhang.store('persistEntry', {
    dataFiles: [{ path: noticePath(slug), slug: `2026/${slug}/index`, raw: noticeText('通知', slug, body) }],
    assets: [],
    options: { collectionName: 'notices', ...options },
    ...more,
  });

test.each([
  ['an unknown action', 'formatDisk', {}, 400],
  ['no text', 'persistEntry', { dataFiles: [] }, 400],
  ['a property of every object', 'constructor', {}, 400],
  ['an unknown entry', 'getEntry', { path: noticePath('nothing') }, 404],
  ['a path outside', 'getEntry', { path: 'content/../config' }, 422],
  ['an upload outside an entry', 'persistMedia', { asset: {} }, 422],
  ['a picture removed by itself', 'deleteFiles', { paths: ['content/orgs/shequ/a.png'] }, 422],
  ['the settings removed', 'deleteFiles', { paths: ['content/site/index.md'] }, 422],
])('refuses %s with a message', async (_, action, params, status) => {
  const answer = await zhang.store(action, params);
  expect(answer.status).toBe(status);
  expect(answer.json['error']).toMatch(/[\u4e00-\u9fff].*。$/);
});

test('returns lists in pages, with search', async () => {
  const folder = { folder: 'content/notices', extension: 'md', depth: 3 };
  const whole = await zhang.store('entriesByFolder', folder);
  expect(whole.json).toHaveLength(1);
  const page = await zhang.store('entriesByFolder', { ...folder, page: 1, pageSize: 1, search: '停水' });
  expect(page.json).toMatchObject({
    total: 1,
    more: 0,
    page: 1,
    entries: [{ file: { path: noticePath('tingshui') } }],
  });
  const none = await zhang.store('entriesByFolder', { ...folder, page: 1, search: '没有这个词' });
  expect(none.json).toMatchObject({ total: 0, entries: [] });
});

test('returns the best match first, and the number of further results', async () => {
  const law = (title: string, slug: string, day: string) =>
    zhang.store('persistEntry', {
      dataFiles: [
        {
          path: `content/notices/${day.slice(0, 4)}/${slug}/index.md`,
          slug: `${day.slice(0, 4)}/${slug}/index`,
          raw: noticeText(title, slug, '依照《妇女权益保障法》开展工作。').replace('2026-03-15', day),
        },
      ],
      assets: [],
      options: { collectionName: 'notices', newEntry: true, useWorkflow: false },
    });
  // The oldest has the matching title; all newer ones mention it in their text.
  await law('妇女权益保障法', 'funv', '2018-10-26');
  await law('妇女权益保障法释义', 'funv-shiyi', '2019-01-02');
  await law('修订妇女权益保障法的说明', 'funv-shuoming', '2020-01-02');
  for (const day of ['01', '02', '03']) await law(`第 ${day} 期简报`, `jianbao-${day}`, `2025-04-${day}`);
  const folder = { folder: 'content/notices', extension: 'md', depth: 3 };
  const { json } = await zhang.store('entriesByFolder', {
    ...folder,
    page: 1,
    pageSize: 4,
    search: '妇女权益保障法',
  });
  const { entries, total, more } = json as unknown as {
    entries: { data: string }[];
    total: number;
    more: number;
  };
  expect(entries.map(({ data }) => /title: (.*)/.exec(data)?.[1])).toEqual([
    '妇女权益保障法',
    '妇女权益保障法释义',
    '修订妇女权益保障法的说明',
    '第 03 期简报',
  ]);
  expect([total, more]).toEqual([6, 2]);
});

test('refuses a save without a version, or with a picture of another entry', async () => {
  expect((await save('tingshui', {})).status).toBe(428);
  const assets = [{ path: 'content/orgs/shequ/a.svg', content: 'PHN2Zz4=', encoding: 'base64' }];
  expect((await save('xin', { newEntry: true }, { assets })).status).toBe(422);
  expect((await zhang.store('unpublishedEntries', {})).json).toEqual([]);
});

test('stores notes with their author', async () => {
  await save('xin', { newEntry: true });
  const draft = { collection: 'notices', slug: '2026/xin/index' };
  const { json } = await zhang.store('addNote', {
    ...draft,
    note: { content: '请核对日期', author: '别人' },
  });
  expect(json['note']).toMatchObject({
    author: '张敏',
    content: '请核对日期',
    resolved: false,
    isOwn: true,
  });
  const noteId = (json['note'] as { id: string }).id;
  await zhang.store('toggleNoteResolution', { ...draft, noteId });
  const notes = await zhang.store('getNotes', draft);
  expect(notes.json['notes']).toMatchObject([{ id: noteId, resolved: true }]);
  expect((await zhang.store('getPRMetadata', draft)).json['metadata']).toMatchObject({ author: '张敏' });
});

test('serves pictures of a draft to editors, sandboxed', async () => {
  const content = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"/>').toString(
    'base64',
  );
  const { json } = await zhang.store('unpublishedEntry', { collection: 'notices', slug: '2026/xin' });
  const assets = [{ path: 'tu.svg', content, encoding: 'base64' }];
  const body = '![施工图](./tu.svg?1)';
  const saved = await save('xin', { baseVersion: json['version'] }, { assets }, body);
  expect(saved.status).toBe(200);
  expect(saved.json['files']).toEqual(['tu.svg']);
  const path = 'content/notices/2026/xin/tu.svg';
  const picture = await zhang.get(`/admin/api/file?path=${path}&collection=notices&slug=2026/xin/index`);
  expect(picture.headers.get('content-type')).toBe('image/svg+xml');
  expect(picture.headers.get('content-security-policy')).toContain('sandbox');
  const asWritten = `${path}%3F1&collection=notices&slug=2026/xin/index`;
  expect((await zhang.get(`/admin/api/file?path=${asWritten}`)).status).toBe(200);
  expect((await zhang.get(`/admin/api/file?path=${path}`)).status).toBe(404);
});

test('keeps the site after a failed build, and reports the problems to the desk', async () => {
  await waitUntil(async () => (await fetch(hub.address)).status === 200, 'the first release');
  const isIdle = async (): Promise<boolean> =>
    ((await (await zhang.get('/admin/api/build')).json()) as { state: string }).state === 'idle';
  await waitUntil(isIdle, 'the builds of the tests above');
  const before = await (await fetch(hub.address)).text();
  const report =
    'content/notices/2026/xin/index.md\\n  第 3 行  请把“发布时间”写成日期。\\n共 1 处需要修改。';
  await writeFile(`${fixture.folder}/build.mjs`, `console.log('${report}'); process.exit(1);`);
  const published = await zhang.store('publishUnpublishedEntry', {
    collection: 'notices',
    slug: '2026/xin',
  });
  expect(published.status).toBe(200);
  let build: { last?: { state: string; message: string; by: string } } = {};
  await waitUntil(async () => {
    build = (await (await zhang.get('/admin/api/build')).json()) as typeof build;
    return build.last?.state === 'failed';
  }, 'the failed build');
  expect(build.last).toMatchObject({
    by: '张敏',
    message: `内容还有需要修改的地方，网站保持原样：\n${report.replaceAll('\\n', '\n')}`,
  });
  expect(await (await fetch(hub.address)).text()).toBe(before);
});

test('returns a file with its name and bytes', async () => {
  const path = noticePath('tingshui');
  const { status, json } = await zhang.store('getMediaFile', { path });
  expect([status, json['path'], json['name'], json['encoding']]).toEqual([200, path, 'index.md', 'base64']);
  expect(Buffer.from(String(json['content']), 'base64').toString('utf8')).toContain('title: 停水通知');
});
