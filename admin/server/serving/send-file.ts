import { createHash } from 'node:crypto';
import { negotiateEncoding, createCompressor, worthCompressing } from './compression.ts';
import { securityHeaders } from './security-headers.ts';
import type { PolicyName } from './security-headers.ts';
import { isCompressible, mediaTypeOf } from './media-types.ts';
import { readSiteFile } from './site-files.ts';
import type { SiteFile } from './site-files.ts';

const compress = createCompressor();

export interface SendOptions {
  status?: 200 | 404;
  policy: PolicyName;
  cache: string;
}

/** Sends a file, compressed if possible, or 304 if the browser has the current version. */
export async function sendFile(request: Request, file: SiteFile, sending: SendOptions): Promise<Response> {
  const { status = 200, cache } = sending;
  const content = await readSiteFile(file);
  const type = mediaTypeOf(file.name);
  const encoding =
    isCompressible(type) && worthCompressing(content)
      ? negotiateEncoding(request.headers.get('accept-encoding') ?? undefined)
      : undefined;
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 22);
  const etag = `"${hash}${encoding ? `-${encoding}` : ''}"`;
  const policy = isUploaded(file.name) ? 'file' : sending.policy;
  const headers = new Headers({
    ...securityHeaders(policy),
    'Content-Type': type,
    ETag: etag,
    'Last-Modified': file.modified.toUTCString(),
    'Cache-Control': cache,
    ...(isCompressible(type) ? { Vary: 'Accept-Encoding' } : {}),
  });
  if (status === 200 && isFresh(request, etag, file.modified))
    return new Response(null, { status: 304, headers });
  const body = encoding ? await compress(hash, encoding, content) : content;
  if (encoding) headers.set('Content-Encoding', encoding);
  headers.set('Content-Length', String(body.length));
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), { status, headers });
}

/**
 * Opened directly, an SVG is a document that could run scripts, and so might any other file that an editor uploaded.
 * Chromium's viewer shows no PDF that has a sandbox.
 */
const isUploaded = (name: string): boolean =>
  /\.svg$/i.test(name) || (name.startsWith('/files/') && !/\.pdf$/i.test(name));

function isFresh(request: Request, etag: string, modified: Date): boolean {
  const tags = request.headers.get('if-none-match');
  if (tags !== null)
    return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*');
  const since = request.headers.get('if-modified-since');
  return since !== null && Math.floor(modified.getTime() / 1000) * 1000 <= Date.parse(since);
}
