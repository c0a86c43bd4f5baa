import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { contentId } from '../../src/media/facts-cache.ts';
import { mostMegabytes } from '../../src/model/files/file-facts.ts';
import { extensionOf, keptTypes } from '../../src/model/files/file-names.ts';
import { changeAccounts, managesAccounts } from './accounts/account-routes.ts';
import type { AppEnv } from './app-context.ts';
import { findDraft } from './drafts/draft-lookup.ts';
import { securityHeaders } from './serving/security-headers.ts';
import { may, permissionsOf } from './accounts/permissions.ts';
import { mirrorNotice } from './mirror/mirror.ts';
import { mediaTypeOf } from './serving/media-types.ts';
import { entryOfFile } from './entries/entry-paths.ts';
import { handleAction } from './protocol/proxy-protocol.ts';
import { referencedFile } from './protocol/published-entries.ts';
import { Refusal } from '../shared/refusal.ts';
import { mainCommit } from './git/content-store.ts';
import { requirePermission } from './accounts/require-permission.ts';
import { checkUpload } from './protocol/check-upload.ts';

/** Enough for a text and several pictures in base64. */
const mostBody = 6 * mostMegabytes * 1024 * 1024;

/** The JSON API of the desk. All routes require sign-in. */
export function apiRoutes(app: Hono<AppEnv>): void {
  const tooBig = bodyLimit({
    maxSize: mostBody,
    onError: () => {
      throw new Refusal(413, '一次保存的图片太多了，请先保存一部分，再上传其余的。');
    },
  });

  app.post('/admin/api/store', tooBig, async (c) => {
    const { store, publishing, log } = c.var.desk;
    const person = c.var.person!;
    const request: unknown = await c.req.json().catch(() => undefined);
    const started = performance.now();
    const desk = {
      store,
      published: () => {
        publishing.request(person.name);
      },
    };
    const result = await handleAction(desk, person, request);
    const { action } = request as { action: string };
    if (!/^(get|unpub|all|entries|info|list)/.test(action)) {
      log(`${person.username}: ${action} in ${(performance.now() - started).toFixed(0)} ms`);
    }
    return c.json(result as object);
  });

  app.get('/admin/api/trash', async (c) => {
    const desk = { store: c.var.desk.store, published: () => undefined };
    return c.json((await handleAction(desk, c.var.person!, { action: 'listTrash' })) as object);
  });
  app.post('/admin/api/trash/restore', async (c) => {
    const { store, publishing } = c.var.desk;
    const person = c.var.person!;
    const params: unknown = await c.req.json().catch(() => ({}));
    const published = (): void => {
      publishing.request(person.name);
    };
    return c.json(
      (await handleAction({ store, published }, person, { action: 'restoreFromTrash', params })) as object,
    );
  });

  app.get('/admin/api/me', (c) => {
    const { username, name, role } = c.var.person!;
    const site = `${c.var.desk.settings.basePath}/`;
    return c.json({ username, name, role, site, may: permissionsOf(c.var.person!) });
  });

  app.get('/admin/api/build', requirePermission('read'), async (c) => {
    const { publishing, mirror } = c.var.desk;
    // Only administrators can do something about it.
    const notice = may(c.var.person!, 'manageAccounts') ? mirrorNotice(mirror?.state) : undefined;
    return c.json({ ...(await publishing.report()), ...(notice === undefined ? {} : { mirror: notice }) });
  });
  app.post(
    '/admin/api/build',
    requirePermission('publish', '重新生成网站需要发布权限，请找管理员。'),
    async (c) => {
      const { publishing, log } = c.var.desk;
      const person = c.var.person!;
      log(`${person.username} asked for a build`);
      publishing.request(person.name);
      return c.json(await publishing.report(), 202);
    },
  );

  app.get('/admin/api/accounts', requirePermission('read'), (c) =>
    c.json(
      c.var.desk.accounts
        .list()
        .map(({ username, name, role, disabled }) => ({ username, name, role, disabled })),
    ),
  );
  app.post('/admin/api/accounts', managesAccounts, async (c) => {
    const fields = (await c.req.json().catch(() => ({}))) as Record<string, string>;
    return c.json({ message: await changeAccounts(c.var.desk.accounts, fields) });
  });

  // Files for the preview, by the name used in the text: from the draft if it has them, or else from main.
  app.get('/admin/api/file', requirePermission('read'), async (c) => {
    const { path = '', collection = '', slug = '' } = c.req.query();
    const { store } = c.var.desk;
    const { folder, src } = entryOfFile(path);
    const draft =
      collection === '' ? undefined : await findDraft(store, collection, slug.replace(/\/index$/, ''));
    const found =
      (draft && (await referencedFile(store, draft.tip, folder, src))) ??
      (await referencedFile(store, await mainCommit(store), folder, src));
    if (!found || !keptTypes.includes(extensionOf(found.path)))
      throw new Refusal(404, '找不到这个文件，它可能已经被删除。');
    return c.body(new Uint8Array(found.bytes), 200, {
      ...securityHeaders('file'),
      'Content-Type': mediaTypeOf(found.path),
      'Cache-Control': 'private, no-cache',
      ETag: `"${found.id}"`,
    });
  });

  // Checks a file when it is chosen, instead of only at the next save.
  app.post('/admin/api/file', requirePermission('edit'), tooBig, async (c) => {
    const { store } = c.var.desk;
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    await checkUpload(c.req.query('name') ?? '', bytes, () => store.snapshots.facts(contentId(bytes), bytes));
    return c.json({ fine: true });
  });
}
