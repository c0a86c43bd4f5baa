import { securityHeaders, sitePolicyFor } from './security-headers.ts';
import { redirectFor } from './moved-redirects.ts';
import { currentRelease, releases, siteFolder } from '../publishing/releases.ts';
import { sendFile } from './send-file.ts';
import { fileAt, findInSite } from './site-files.ts';
import type { SiteFile } from './site-files.ts';
import { waitingPage } from './waiting-page.ts';

/** Serves the public site from the live release. The `live` link is read once for each request. */
export async function serveSite(data: string, basePath: string, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return plain(405, 'Method Not Allowed', { Allow: 'GET, HEAD' });
  }
  const live = await currentRelease(data);
  if (!live) return waitingPage();
  if (basePath !== '' && (pathname === basePath || pathname === '/')) {
    return redirect(`${basePath}/`, search);
  }
  if (!pathname.startsWith(`${basePath}/`)) return plain(404, 'Not Found');
  const address = decode(pathname.slice(basePath.length));
  if (address === undefined) return plain(400, 'Bad Request');

  const send = (file: SiteFile, status: 200 | 404): Promise<Response> =>
    sendFile(request, file, {
      status,
      // The page that says so is an ordinary one, wherever it is shown.
      policy: status === 404 ? 'site' : sitePolicyFor(address),
      cache: status === 404 ? 'no-cache' : cacheRule(address, file.name),
    });
  const moved = await redirectFor(siteFolder(data, live.id), address);
  // A permanent redirect, but not cached: an editor may use the old slug again.
  if (moved !== undefined)
    return redirect(`${basePath}${encodeURI(moved)}`, search, { 'Cache-Control': 'no-cache' });
  const found = await findInSite(siteFolder(data, live.id), address);
  if (found.kind === 'redirect') return redirect(`${basePath}${encodeURI(found.to)}`, search);
  if (found.kind === 'file') return send(found.file, 200);
  // Pages opened before the switch still request scripts and pictures of their release.
  const older = isImmutable(address) ? await findInOlderReleases(data, live.id, address) : undefined;
  if (older) return send(older, 200);
  return found.page ? send(found.page, 404) : plain(404, 'Not Found');
}

async function findInOlderReleases(
  data: string,
  live: string,
  address: string,
): Promise<SiteFile | undefined> {
  for (const { id } of await releases(data)) {
    if (id === live) continue;
    const file = address.includes('..') ? undefined : await fileAt(siteFolder(data, id), address);
    if (file) return file;
  }
  return undefined;
}

function cacheRule(address: string, name: string): string {
  if (isImmutable(address)) return 'public, max-age=31536000, immutable';
  // Pagefind's unhashed files and the offline lists refer to hashed files of their release, so they must not be cached.
  // A service worker must be updated as quickly as a page.
  const mustBeFresh =
    name.endsWith('.html') || /^\/(?:pagefind\/|sw\.js$|paths\/[^/]+\/offline\.json$)/.test(address);
  return mustBeFresh ? 'no-cache' : 'public, max-age=300';
}

/** The names of these files contain a content hash by Astro or Pagefind. */
const isImmutable = (address: string): boolean =>
  address.startsWith('/_astro/') || /^\/pagefind\/.*[._][0-9a-f]{7,}\./.test(address);

function decode(address: string): string | undefined {
  try {
    return decodeURIComponent(address).normalize('NFC');
  } catch {
    return undefined;
  }
}

const redirect = (to: string, search: string, headers: Record<string, string> = {}): Response =>
  new Response(null, {
    status: 301,
    headers: { ...securityHeaders('site'), Location: `${to}${search}`, ...headers },
  });

const plain = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(`${text}\n`, {
    status,
    headers: { ...securityHeaders('site'), 'Content-Type': 'text/plain; charset=utf-8', ...headers },
  });
