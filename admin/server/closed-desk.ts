import { Hono } from 'hono';
import { renderPage } from './accounts/page-layout.ts';
import { currentRelease } from './publishing/releases.ts';
import { commonHeaders, securityHeaders, transportSecurity } from './serving/security-headers.ts';
import { fileAt } from './serving/site-files.ts';
import { sendFile } from './serving/send-file.ts';
import { serveSite } from './serving/serve-site.ts';
import type { Settings } from './settings.ts';
import type { RefusalBody } from '../shared/refusal.ts';

/** `starting` for the moments of a start, `failed` when something in the data folder cannot be used. */
export type ClosedReason = 'starting' | 'failed';

const words: Record<ClosedReason, { title: string; sentence: string }> = {
  starting: {
    title: '编辑台正在启动',
    sentence: '服务器刚刚启动，编辑台马上就好。您写的内容还在页面上，请过半分钟再试。',
  },
  failed: {
    title: '编辑台暂时停用',
    sentence:
      '服务器上的数据出了问题，编辑台先停用，读者看到的网站照常。您写的内容还在页面上，请先复制一份，并告诉网络管理员：启动时的提示里写了原因和办法。',
  },
};

/**
 * Serves readers the last release while the desk cannot be opened. The reason is for the operator, in the log: strangers
 * must not learn paths.
 */
export function closedDesk(settings: Settings, reason: () => ClosedReason): Hono {
  const app = new Hono();
  const { data, basePath } = settings;
  const ofTransport = Object.entries(transportSecurity(settings.siteUrl));
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of ofTransport) c.header(name, value);
  });

  app.get('/healthz', async (c) => {
    const live = await currentRelease(data);
    return c.json({ ok: false, release: live?.id ?? null, desk: reason() }, 503, {
      'Cache-Control': 'no-store',
    });
  });
  app.get('/admin/forms.css', async (c) => {
    const file = await fileAt(import.meta.dirname, '/forms.css');
    return file ? sendFile(c.req.raw, file, { policy: 'form', cache: 'no-cache' }) : c.notFound();
  });
  const refuse = (address: string): Response => {
    const { title, sentence } = words[reason()];
    const headers = { ...securityHeaders('form'), 'Cache-Control': 'no-store', 'Retry-After': '30' };
    if (address.startsWith('/admin/api/')) {
      const body: RefusalBody = { error: sentence, problems: [] };
      return Response.json(body, { status: 503, headers });
    }
    const notice = { kind: 'error' as const, text: sentence };
    const html = renderPage({ title, body: '', notice, refreshSeconds: 30 });
    return new Response(html, {
      status: 503,
      headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
    });
  };
  app.all('/admin', (c) => refuse(c.req.path));
  app.all('/admin/*', (c) => refuse(c.req.path));
  app.all('*', (c) => serveSite(data, basePath, c.req.raw));
  app.onError((_, c) => c.text('Internal Server Error\n', 500, { ...commonHeaders }));
  return app;
}
