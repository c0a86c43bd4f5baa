import type { Context, MiddlewareHandler, Next } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { mostMegabytes } from '../../../src/model/files/file-facts.ts';
import { Refusal } from '../../shared/refusal.ts';
import { may } from '../accounts/permissions.ts';
import type { AppEnv } from '../app-context.ts';

/**
 * What a request may be at most. Everything is limited here and not in the routes, so a new route has limits, too.
 * Nothing is read beyond them.
 */
const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** A form, or JSON without files. */
const ordinaryBody = 64 * kilobyte;

/** The routes that take files, from people who may edit. */
const fileBodies = new Map([
  // Enough for a text and several pictures in base64.
  ['POST /admin/api/store', 6 * mostMegabytes * megabyte],
  // A little more than the largest file, so that its own message says how large it is.
  ['POST /admin/api/file', (mostMegabytes + 2) * megabyte],
]);

/** For everybody at the same time: as text, and with its parts, a request takes five times as much memory. */
const mostFileBytes = 120 * megabyte;

/** A page of Chinese text pasted into the search field makes an address of 18 KB. */
const longestAddress = { site: 32 * kilobyte, desk: 8 * kilobyte };

/** Session and device have less than 1 KB. */
const longestCookies = 8 * kilobyte;

/** Longer than a slow line needs for the largest body; the server ends a request that arrives more slowly. */
export const mostMinutes = 6;

const isDesk = (path: string): boolean => path === '/admin' || path.startsWith('/admin/');

/** Limits that hold for everybody, before anything else is done. */
export const limitRequests: MiddlewareHandler<AppEnv> = (c, next) => {
  const { url, headers, method } = c.req.raw;
  const { path } = c.req;
  if (url.length > longestAddress[isDesk(path) ? 'desk' : 'site'])
    throw new Refusal(414, '网址太长了。搜索时请只输入几个词；从别处打开的链接，请再核对一遍。');
  if (isDesk(path) && (headers.get('cookie') ?? '').length > longestCookies)
    throw new Refusal(
      431,
      '这个浏览器给编辑台带了太多别的网站信息（Cookie）。请清除本站的 Cookie，再重新登录。',
    );
  if (hasNoUseForBody(method)) {
    if (declaredBytes(headers) > ordinaryBody) throw tooLarge();
    return next();
  }
  return fileBodies.has(`${method} ${path}`) ? next() : limitOrdinaryBody(c, next);
};

const tooLarge = (): Refusal => new Refusal(413, '送来的内容太多了，没有收下。请删去一些，再试一次。');
const tooManyFiles = (): Refusal => new Refusal(413, '一次保存的图片太多了，请先保存一部分，再上传其余的。');

const refuse = (refusal: () => Refusal) => (): never => {
  throw refusal();
};
const limitOrdinaryBody = bodyLimit({ maxSize: ordinaryBody, onError: refuse(tooLarge) });

/** Node.js hands over no body for these methods. It is thrown away unread. */
const hasNoUseForBody = (method: string): boolean => ['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(method);

/** The length that a request announces; a body in pieces can have any length. */
const declaredBytes = (headers: Headers): number =>
  headers.has('transfer-encoding') ? Infinity : Number(headers.get('content-length') ?? 0);

let fileBytes = 0;

/** Limits of the routes that take files. Only for requests of a signed-in person. */
export async function limitFiles(c: Context<AppEnv>, next: Next): Promise<Response | undefined> {
  const mostBytes = fileBodies.get(`${c.req.method} ${c.req.path}`);
  if (mostBytes === undefined) return void (await next());
  if (!may(c.var.person!, 'edit')) return (await limitOrdinaryBody(c, next)) as Response | undefined;
  const bytes = Math.min(declaredBytes(c.req.raw.headers), mostBytes);
  if (fileBytes > 0 && fileBytes + bytes > mostFileBytes) throw tooManyAtOnce();
  fileBytes += bytes;
  try {
    const limit = bodyLimit({ maxSize: mostBytes, onError: refuse(tooManyFiles) });
    return (await limit(c, next)) as Response | undefined;
  } finally {
    fileBytes -= bytes;
  }
}

const tooManyAtOnce = (): Refusal =>
  new Refusal(503, '现在同时上传图片和附件的人太多，这次没有存上。您写的内容还在页面上，请过一分钟再保存。', {
    details: { retrySeconds: 60 },
  });
