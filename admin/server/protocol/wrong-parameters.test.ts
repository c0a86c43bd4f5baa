import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fixtureDesk } from '../testing/fixture-desk.ts';
import type { FixtureDesk } from '../testing/fixture-desk.ts';
import { noticePath, noticeText } from '../testing/fixture-hub.ts';
import {
  expectAnswer,
  faultsOf,
  placesIn,
  sendBytes,
  withValue,
  wrongValues,
} from '../testing/wrong-values.ts';
import type { Answer } from '../testing/wrong-values.ts';
import { actionNames } from './proxy-protocol.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let desk: FixtureDesk;
beforeAll(async () => {
  desk = await fixtureDesk(['owner']);
});
afterAll(() => desk.cleanUp());

const send = (body: string): Promise<Answer> => sendBytes(desk, 'POST /admin/api/store', body);

const draft = { collection: 'notices', slug: '2026/xin/index' };
const path = noticePath('tingshui');

/** Parameters as the desk sends them. */
const fine: Record<string, Record<string, unknown>> = {
  info: {},
  entriesByFolder: {
    folder: 'content/notices',
    extension: 'md',
    depth: 3,
    page: 1,
    pageSize: 30,
    search: '停水',
    sort: { field: 'title', direction: 'asc' },
    filter: { slug: 'tingshui' },
  },
  allEntriesByFolder: { folder: 'content/notices', extension: 'md', depth: 3 },
  entriesByFiles: { files: [{ path, label: '' }] },
  getEntry: { path },
  unpublishedEntries: {},
  allUnpublishedEntries: {},
  unpublishedEntry: { ...draft, id: undefined },
  unpublishedEntryDataFile: { ...draft, path, id: 'a' },
  unpublishedEntryMediaFile: { ...draft, path, id: 'a' },
  persistEntry: {
    dataFiles: [
      { path, newPath: path, slug: '2026/tingshui/index', raw: noticeText('停水', 'tingshui', '正文。') },
    ],
    assets: [{ path: 'a.csv', content: 'YQ==', encoding: 'base64' }],
    options: { collectionName: 'notices', newEntry: false, useWorkflow: true, baseVersion: 'a' },
  },
  updateUnpublishedEntryStatus: { ...draft, newStatus: 'draft' },
  publishUnpublishedEntry: { ...draft, version: 'a' },
  deleteUnpublishedEntry: draft,
  deleteFiles: { paths: [path], options: { commitMessage: '' } },
  deleteFile: { path },
  listTrash: {},
  restoreFromTrash: { id: 'a' },
  getMedia: { mediaFolder: 'content/notices/2026/tingshui' },
  getMediaFile: { path },
  persistMedia: { asset: { path: 'a.csv', content: 'YQ==', encoding: 'base64' } },
  getDeployPreview: { ...draft },
  getNotes: draft,
  addNote: { ...draft, note: { content: '请核对', author: '张敏', timestamp: '', resolved: false } },
  updateNote: { ...draft, noteId: 'a', updates: { content: '已核对', resolved: true } },
  deleteNote: { ...draft, noteId: 'a' },
  toggleNoteResolution: { ...draft, noteId: 'a' },
  getPRMetadata: draft,
};

test('the table has every action', () => {
  expect(Object.keys(fine).sort()).toEqual([...actionNames].sort());
});

describe('every parameter, with every kind of wrong value', () => {
  test.each(Object.keys(fine))('%s', async (action) => {
    const ask = (params: unknown) => send(JSON.stringify({ action, params }));
    expect((await ask(fine[action])).status).not.toBe(400);
    for (const other of wrongValues) expectAnswer(await ask(other), [action, other]);
    for (const place of placesIn(fine[action])) {
      for (const other of wrongValues) {
        // A text may be anything that can be stored; that is checked elsewhere.
        if (place.at(-1) === 'raw' && typeof other === 'string') continue;
        expectAnswer(await ask(withValue(fine[action], place, other)), [action, place, other]);
      }
    }
    for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then']) {
      const json = JSON.stringify(fine[action]).replace('{', `{"${key}":{"path":7},`).replace(',}', '}');
      expectAnswer(await send(`{"action":"${action}","params":${json}}`), [action, key]);
    }
    expect(faultsOf(desk)).toEqual([]);
  });
});

test('tells developers all places at once, and editors one sentence', async () => {
  const params = { ...fine['persistEntry'], dataFiles: [{ path: 7, slug: null, raw: [] }], assets: 'none' };
  const { status, text } = await send(JSON.stringify({ action: 'persistEntry', params }));
  const { error, invalid } = JSON.parse(text) as { error: string; invalid: { where: string }[] };
  expect(status).toBe(400);
  expect(error).toBe('这个请求不完整或写得不对，没有照做。请刷新页面再试；还没保存的文字，请先复制一份。');
  expect(invalid.map(({ where }) => where)).toEqual([
    'params.dataFiles.0.path',
    'params.dataFiles.0.slug',
    'params.dataFiles.0.raw',
    'params.assets',
  ]);
});

test.each(['not base64!', 'YQ==YQ', 'data:text/csv;base64,YQ=='])(
  'refuses a file sent as %s',
  async (content) => {
    const params = { ...fine['persistEntry'], assets: [{ path: 'a.csv', content, encoding: 'base64' }] };
    const { status, text } = await send(JSON.stringify({ action: 'persistEntry', params }));
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({
      invalid: [{ where: 'params.assets.0.content', what: 'is no base64' }],
    });
  },
);

test('tells that an entry has too many files', async () => {
  const assets = Array.from({ length: 201 }, (_, index) => ({
    path: `${String(index)}.csv`,
    content: 'YQ==',
    encoding: 'base64',
  }));
  const { status, text } = await send(
    JSON.stringify({ action: 'persistEntry', params: { ...fine['persistEntry'], assets } }),
  );
  expect([status, text]).toEqual([413, expect.stringContaining('一篇内容最多有 200 个图片和附件')]);
});
