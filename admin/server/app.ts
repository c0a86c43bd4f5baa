import path from 'node:path';
import { Hono } from 'hono';
import { timeout } from 'hono/timeout';
import { accountRoutes } from './accounts/account-routes.ts';
import { apiRoutes } from './api-routes.ts';
import type { AppEnv, AppServices } from './app-context.ts';
import { showPage } from './app-context.ts';
import { securityHeaders, transportSecurity } from './serving/security-headers.ts';
import { assertPermission } from './accounts/permissions.ts';
import { manualRoutes } from './serving/manual.ts';
import { renderPage } from './accounts/page-layout.ts';
import { Refusal } from '../shared/refusal.ts';
import { faultResponse } from './requests/fault-response.ts';
import { limitFiles, limitRequests, mostMinutes } from './requests/request-limits.ts';
import { isSameOrigin, isAllowedHost, otherPageOwner } from './serving/request-guard.ts';
import { sendFile } from './serving/send-file.ts';
import { serveSite } from './serving/serve-site.ts';
import { fileAt, findInSite } from './serving/site-files.ts';

/** Paths that do not require sign-in. */
const openPaths = new Set([
  '/admin/sign-in',
  '/admin/first-run',
  '/admin/forms.css',
  '/admin/sign-out',
  '/admin/manual',
]);
/** No page of the desk has a longer address. */
const longestNext = 300;
const openFolders = ['/admin/assets/', '/admin/manual/'];

/** The web server for the site and the desk. */
export function createApp(services: AppServices): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const { settings, accounts } = services;
  const deskFolder = path.join(settings.project, 'admin', 'dist');

  const ofTransport = Object.entries(transportSecurity(settings.siteUrl));
  app.use(async (c, next) => {
    c.set('desk', services);
    await next();
    for (const [name, value] of ofTransport) c.header(name, value);
  });
  // Whatever happens inside, the person gets an answer.
  app.use(timeout(mostMinutes * 60_000));
  app.use(limitRequests);

  app.get('/healthz', async (c) => {
    const { state, live } = await services.publishing.report();
    return c.json({ ok: true, release: live?.id ?? null, build: state }, 200, {
      'Cache-Control': 'no-store',
    });
  });

  app.use('/admin/*', async (c, next) => {
    const { headers, method } = c.req.raw;
    if (!isAllowedHost(headers.get('host'), settings.hostNames)) {
      throw new Refusal(403, '请用平台的正式网址打开编辑台。网络管理员可以用 SITE_URL 设置它。');
    }
    if (method !== 'GET' && method !== 'HEAD' && !isSameOrigin(headers, settings)) {
      const desk = settings.siteOrigin === undefined ? '平台的正式网址' : `${settings.siteOrigin}/admin/ `;
      throw new Refusal(403, `这个请求不是从编辑台的页面发出的，没有执行。请用${desk}打开编辑台再试。`, {
        details: { invalid: [{ where: 'Origin', what: 'is not the address of the desk' }] },
      });
    }
    if (!openPaths.has(c.req.path) && !openFolders.some((folder) => c.req.path.startsWith(folder))) {
      const person = await accounts.personOf(headers);
      if (!person) {
        if (c.req.path.startsWith('/admin/api/')) {
          throw new Refusal(401, '登录已经到期。您写的内容还在页面上，请在新窗口里重新登录，再回来保存。');
        }
        if (accounts.isEmpty()) return c.redirect('/admin/first-run', 303);
        const isPlain = c.req.path === '/admin/' || c.req.path.length > longestNext;
        const wanted = isPlain ? '' : `?next=${encodeURIComponent(c.req.path)}`;
        return c.redirect(`/admin/sign-in${wanted}`, 303);
      }
      const owner = otherPageOwner(headers, person.username);
      if (owner !== undefined) {
        const theirs = accounts.list().find(({ username }) => username === owner)?.name ?? owner;
        throw new Refusal(
          403,
          `这一页是${theirs}打开的，这个浏览器里现在登录的是${person.name}，所以没有照做，也没有记到${person.name}名下。写下的文字还在页面上。请${theirs}在新窗口里重新登录，再回来做一次。`,
          { details: { signedInAs: person.name } },
        );
      }
      c.set('person', person);
      await limitFiles(c, next);
    } else await next();
    // JSON responses and redirects have no security headers yet.
    if (!c.res.headers.has('Content-Security-Policy')) {
      for (const [name, value] of Object.entries(securityHeaders('form'))) c.header(name, value);
      if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
    }
    return undefined;
  });

  accountRoutes(app);
  manualRoutes(app);
  apiRoutes(app);

  app.get('/admin/forms.css', async (c) => {
    const file = await fileAt(import.meta.dirname, '/forms.css');
    return file ? sendFile(c.req.raw, file, { policy: 'form', cache: 'no-cache' }) : c.notFound();
  });
  app.get('/admin', (c) => c.redirect('/admin/', 301));
  app.get('/admin/api/*', () => {
    throw new Refusal(404, '这个页面是旧的，请刷新后再试。');
  });
  app.get('/admin/*', async (c) => {
    const address = c.req.path.slice('/admin'.length);
    const found = await findInSite(deskFolder, address);
    if (found.kind === 'file') {
      // Vite puts a hash of the content into the names under assets/.
      const hashed = address.startsWith('/assets/');
      // The desk is useless without the permission to read.
      if (!hashed) assertPermission(c.var.person!, 'read');
      const cache = hashed ? 'public, max-age=31536000, immutable' : 'no-cache';
      return sendFile(c.req.raw, found.file, { policy: 'desk', cache });
    }
    const body =
      address === '/'
        ? '<p>编辑台的页面还没有生成。请网络管理员用 <code>npm start</code> 启动平台，它会一并生成。</p>'
        : '<p>编辑台里没有这一页。</p><p><a href="/admin/">回到编辑台</a></p>';
    const title = address === '/' ? '编辑台还没有生成' : '没有这一页';
    return showPage(c, renderPage({ title, body, person: c.var.person }), address === '/' ? 503 : 404);
  });

  app.all('*', (c) => serveSite(settings.data, settings.basePath, c.req.raw));

  app.onError(faultResponse);
  return app;
}
