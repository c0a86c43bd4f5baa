import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Permission } from '../../shared/roles.ts';
import { everyRole } from '../testing/fixture-roles.ts';
import { fixtureDesk } from '../testing/fixture-desk.ts';
import type { FixtureDesk } from '../testing/fixture-desk.ts';
import { actionNames } from '../protocol/proxy-protocol.ts';
import { noticePath, noticeText } from '../testing/fixture-hub.ts';

// Generous limits for busy machines.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

vi.mock(import('../../shared/roles.ts'), async (original) => {
  const { withMoreRoles } = await import('../testing/fixture-roles.ts');
  return withMoreRoles(await original());
});

/** Repeated here on purpose: changing the table of roles changes what people may do. */
const holders: Record<Permission, readonly string[]> = {
  read: ['owner', 'editor', 'reader', 'writer', 'publisher', 'deputy'],
  edit: ['owner', 'editor', 'writer', 'publisher'],
  publish: ['owner', 'editor', 'publisher'],
  delete: ['owner', 'editor'],
  manageAccounts: ['owner', 'deputy'],
};
const general = '您的账号不能做这件事，需要时请找管理员。';
const unknownRole = '您的账号没有可用的角色，所以什么也不能做。请找管理员。';

let desk: FixtureDesk;
beforeAll(async () => {
  desk = await fixtureDesk(everyRole);
});
afterAll(() => desk.cleanUp());

const ask: FixtureDesk['ask'] = (...asked) => desk.ask(...asked);
const storeAction = (role: string | undefined, action: string, params: object = {}) =>
  ask(role, 'POST /admin/api/store', { action, params });

describe('the actions of the store', () => {
  const required: Record<string, Permission> = {
    info: 'read',
    entriesByFolder: 'read',
    allEntriesByFolder: 'read',
    entriesByFiles: 'read',
    getEntry: 'read',
    unpublishedEntries: 'read',
    allUnpublishedEntries: 'read',
    unpublishedEntry: 'read',
    unpublishedEntryDataFile: 'read',
    unpublishedEntryMediaFile: 'read',
    persistEntry: 'edit',
    updateUnpublishedEntryStatus: 'edit',
    publishUnpublishedEntry: 'publish',
    deleteUnpublishedEntry: 'edit',
    deleteFiles: 'delete',
    deleteFile: 'delete',
    listTrash: 'read',
    restoreFromTrash: 'delete',
    getMedia: 'read',
    getMediaFile: 'read',
    persistMedia: 'edit',
    getDeployPreview: 'read',
    getNotes: 'read',
    addNote: 'edit',
    updateNote: 'edit',
    deleteNote: 'edit',
    toggleNoteResolution: 'edit',
    getPRMetadata: 'read',
  };

  test('are all listed in this table', () => {
    expect([...actionNames].sort()).toEqual(Object.keys(required).sort());
  });

  test.each(Object.entries(required))('%s requires the permission %s', async (action, permission) => {
    for (const role of everyRole) {
      const { status, text } = await storeAction(role, action);
      if (holders[permission].includes(role))
        expect([role, [401, 403].includes(status)]).toEqual([role, false]);
      else {
        expect([role, status]).toEqual([role, 403]);
        expect(JSON.parse(text)).toEqual({ error: role === 'guest' ? unknownRole : general, problems: [] });
      }
    }
    expect((await storeAction(undefined, action)).status).toBe(401);
  });

  test.each(['formatDisk', 'constructor', '__proto__', ''])(
    'rejects the unknown action %j for every role',
    async (action) => {
      for (const role of everyRole) expect((await storeAction(role, action)).status).toBe(400);
    },
  );

  test('keeps a draft if the writer asks to publish without the permission', async () => {
    const { status, text } = await storeAction('writer', 'persistEntry', {
      dataFiles: [
        { path: noticePath('xin'), slug: '2026/xin/index', raw: noticeText('通知', 'xin', '正文。') },
      ],
      assets: [],
      options: { collectionName: 'notices', newEntry: true, useWorkflow: false },
    });
    expect([status, text]).toEqual([
      403,
      expect.stringContaining('草稿已经存好。发布需要由有发布权限的人来做。'),
    ]);
    expect(JSON.parse((await storeAction('reader', 'unpublishedEntries')).text)).toEqual([
      'notices/2026/xin/index',
    ]);
    expect((await storeAction('reader', 'getEntry', { path: noticePath('xin') })).status).toBe(404);
  });
});

describe('the routes of the desk', () => {
  const managers = '账号由管理员管理，需要时请找管理员。';
  /** `open`: without sign-in. `signed in`: for every signed-in person, even without a known role. */
  const required: Record<
    string,
    { by: Permission | 'open' | 'signed in' | 'its action'; message?: string; at?: string }
  > = {
    'GET /admin/sign-in': { by: 'open' },
    'POST /admin/sign-in': { by: 'open' },
    'POST /admin/sign-out': { by: 'open' },
    'GET /admin/first-run': { by: 'open' },
    'POST /admin/first-run': { by: 'open' },
    'GET /admin/forms.css': { by: 'open' },
    'GET /admin/manual': { by: 'open' },
    'GET /admin/manual/': { by: 'open' },
    'GET /admin/manual/manual.css': { by: 'open' },
    'GET /admin/manual/editing/:name{[a-z0-9-]+\\.png}': {
      by: 'open',
      at: '/admin/manual/editing/none.png',
    },
    'GET /admin/password': { by: 'signed in' },
    'POST /admin/password': { by: 'signed in' },
    'GET /admin/api/me': { by: 'signed in' },
    'GET /admin': { by: 'signed in' },
    'GET /admin/api/*': { by: 'signed in', at: '/admin/api/none' },
    'GET /admin/*': { by: 'read', at: '/admin/' },
    'GET /admin/accounts': { by: 'read' },
    'POST /admin/accounts': { by: 'manageAccounts', message: managers },
    'GET /admin/api/accounts': { by: 'read' },
    'POST /admin/api/accounts': { by: 'manageAccounts', message: managers },
    'GET /admin/api/build': { by: 'read' },
    'POST /admin/api/build': { by: 'publish', message: '重新生成网站需要发布权限，请找管理员。' },
    'GET /admin/api/file': { by: 'read' },
    'POST /admin/api/file': { by: 'edit' },
    'GET /admin/api/trash': { by: 'read' },
    'POST /admin/api/trash/restore': { by: 'delete' },
    'POST /admin/api/store': { by: 'its action' },
  };

  test('are all listed in this table', () => {
    const routes = desk.app.routes.filter(
      ({ method, path }) => method !== 'ALL' && path.startsWith('/admin'),
    );
    expect([...new Set(routes.map(({ method, path }) => `${method} ${path}`))].sort()).toEqual(
      Object.keys(required).sort(),
    );
  });

  test.each(Object.entries(required))('%s', async (route, { by, message = general, at }) => {
    const asked = at === undefined ? route : `${route.split(' ')[0]!} ${at}`;
    const anonymous = await ask(undefined, asked, {}, ...(route.includes('/api/') ? [] : [{}]));
    const isRejected =
      anonymous.status === 401 ? anonymous.text.includes('登录已经到期') : anonymous.status === 303;
    if (by === 'open') {
      expect(anonymous.location ?? '').not.toContain('next=');
      expect(anonymous.text).not.toContain('登录已经到期');
      return;
    }
    expect(isRejected).toBe(true);
    for (const role of everyRole) {
      const { status, text } = await ask(role, asked, {}, ...(route.includes('/api/') ? [] : [{}]));
      const allowed = by === 'signed in' || by === 'its action' || holders[by].includes(role);
      if (allowed) expect([role, [401, 403].includes(status)]).toEqual([role, false]);
      else {
        expect([role, status]).toEqual([role, 403]);
        expect(text).toContain(role === 'guest' ? unknownRole : message);
      }
    }
  });

  test('reports the permissions of the signed-in person to the desk', async () => {
    const permissionsFor = async (role: string) =>
      (JSON.parse((await ask(role, 'GET /admin/api/me')).text) as { may: object }).may;
    expect(await permissionsFor('writer')).toEqual({
      read: true,
      edit: true,
      publish: false,
      delete: false,
      manageAccounts: false,
    });
    expect(Object.values(await permissionsFor('guest'))).toEqual([false, false, false, false, false]);
  });
});
