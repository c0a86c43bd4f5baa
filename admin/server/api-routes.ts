import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { extensionOf, keptTypes } from '../../src/model/files/file-names.ts';
import { accountChange, changeAccounts, managesAccounts } from './accounts/account-routes.ts';
import type { AppEnv } from './app-context.ts';
import { securityHeaders } from './serving/security-headers.ts';
import { may, permissionsOf } from './accounts/permissions.ts';
import { mirrorNotice } from './mirror/mirror.ts';
import { mediaTypeOf } from './serving/media-types.ts';
import { onlyReads } from './protocol/proxy-protocol.ts';
import { Refusal } from '../shared/refusal.ts';
import { requirePermission } from './accounts/require-permission.ts';
import { readBytes, readJson, readQuery } from './requests/read-request.ts';

/** The JSON API of the desk. All routes require sign-in. */
export function apiRoutes(app: Hono<AppEnv>): void {
  app.post('/admin/api/store', async (c) => {
    const { work, log } = c.var.desk;
    const person = c.var.person!;
    const started = performance.now();
    const request = await readBytes(c);
    // The action is in the first bytes; the rest is read in the desk's thread.
    const action = /"action"\s*:\s*"(\w+)"/.exec(
      Buffer.from(request.subarray(0, 200)).toString('latin1'),
    )?.[1];
    const answer = await work.act(person, request);
    if (action !== undefined && !onlyReads(action)) {
      log(`${person.username}: ${action} in ${(performance.now() - started).toFixed(0)} ms`);
    }
    return jsonBytes(c, answer);
  });

  app.get('/admin/api/trash', async (c) =>
    jsonBytes(c, await c.var.desk.work.act(c.var.person!, asJson({ action: 'listTrash' }))),
  );
  app.post('/admin/api/trash/restore', async (c) => {
    const params = await readJson(c, z.unknown());
    return jsonBytes(
      c,
      await c.var.desk.work.act(c.var.person!, asJson({ action: 'restoreFromTrash', params })),
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
    const change = await readJson(c, accountChange);
    return c.json({ message: await changeAccounts(c.var.desk.accounts, change) });
  });

  // Files for the preview, by the name used in the text: from the draft if it has them, or else from main.
  app.get('/admin/api/file', requirePermission('read'), async (c) => {
    const asked = readQuery(c, ['path', 'collection', 'slug']);
    const found = await c.var.desk.work.file(asked);
    if (!found || !keptTypes.includes(extensionOf(found.path)))
      throw new Refusal(404, '找不到这个文件，它可能已经被删除。');
    return c.body(found.bytes, 200, {
      ...securityHeaders('file'),
      'Content-Type': mediaTypeOf(found.path),
      'Cache-Control': 'private, no-cache',
      ETag: `"${found.id}"`,
    });
  });

  // Checks a file when it is chosen, instead of only at the next save.
  app.post('/admin/api/file', requirePermission('edit'), async (c) => {
    const bytes = await readBytes(c);
    const { name } = readQuery(c, ['name']);
    await c.var.desk.work.checkUpload(c.var.person!, name, bytes);
    return c.json({ fine: true });
  });
}

const asJson = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

/** An answer that is JSON already. */
const jsonBytes = (c: Context<AppEnv>, bytes: Uint8Array<ArrayBuffer>): Response =>
  c.body(bytes, 200, { 'Content-Type': 'application/json' });
