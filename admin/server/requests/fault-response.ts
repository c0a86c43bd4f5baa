import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { escapeHtml } from '../../../src/html/escape-html.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { RefusalBody } from '../../shared/refusal.ts';
import { renderPage } from '../accounts/page-layout.ts';
import type { AppEnv } from '../app-context.ts';
import { damageCode } from '../git/damaged-store.ts';
import { securityHeaders } from '../serving/security-headers.ts';

/** The answer to a request that was refused or failed: JSON for the desk's scripts, a page for everybody else. */
export function faultResponse(error: Error, c: Context<AppEnv>): Response {
  const { path, method } = c.req;
  const isDesk = path.startsWith('/admin');
  const isRefusal = error instanceof Refusal;
  if (hasLeft(error)) c.var.desk.log(`${method} ${path} was broken off`);
  else if (!isRefusal) c.var.desk.log(`${method} ${path} failed: ${error.stack ?? error.message}`);
  const { message, problems, details, status } = isRefusal ? error : refusalFor(error, isDesk);
  c.header('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(securityHeaders('form'))) c.header(name, value);
  if (details.retrySeconds !== undefined) c.header('Retry-After', String(details.retrySeconds));
  c.status(status as ContentfulStatusCode);
  if (path.startsWith('/admin/api/')) {
    const body: RefusalBody = { ...details, error: message, problems };
    return c.json(body);
  }
  const home = isDesk ? '/admin/' : `${c.var.desk.settings.basePath}/`;
  return c.html(
    renderPage({
      title: isDesk ? '没有做成' : '这一页没有打开',
      body: `<p><a href="${escapeHtml(home)}">${isDesk ? '回到编辑台' : '回到首页'}</a></p>`,
      person: c.var.person,
      notice: { kind: 'error', text: message },
    }),
  );
}

/** The connection ended before the whole request was there, as on a bad line or when a page is closed. */
const hasLeft = (error: Error): boolean =>
  (error as NodeJS.ErrnoException).code === 'ECONNRESET' && error.message === 'aborted';

/** The message for an internal error. For editors, it says how to keep unsaved text. */
function refusalFor(error: Error, isDesk: boolean): Refusal {
  if (isDesk && error instanceof HTTPException && error.status === 504) return new Refusal(503, tooSlow);
  if (!isDesk) return new Refusal(503, '这一页暂时打不开，请过一会儿再试。');
  // The desk's work is done in another thread, and its errors arrive with their codes.
  return new Refusal(503, byCode.get((error as NodeJS.ErrnoException).code ?? '') ?? failed);
}

const byCode = new Map([
  ['ENOSPC', '服务器的磁盘满了，这次没有存上。您写的内容还在页面上，请先复制一份，并告诉网络管理员。'],
  [
    damageCode,
    '服务器上存的内容有一部分损坏了，这次没有做成。您写的内容还在页面上，请先复制一份，并告诉网络管理员检查服务器。',
  ],
]);
const failed = '服务器这边没有做成，您写的内容还在页面上。请过一会儿再试；还是不行，请告诉网络管理员。';

const tooSlow =
  '服务器用了太久还没有做完，这次可能没有存上。您写的内容还在页面上，请先复制一份，再刷新看一看；还是不行，请告诉网络管理员。';
