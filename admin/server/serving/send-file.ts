import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
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

/** Larger files are read while they are sent: a reader who takes nothing must not keep them in memory. */
const mostHeld = 512 * 1024;

/** Sends a file, compressed if possible, or 304 if the browser has the current version. */
export async function sendFile(request: Request, file: SiteFile, sending: SendOptions): Promise<Response> {
  const { status = 200, cache } = sending;
  const type = mediaTypeOf(file.name);
  const encoding =
    isCompressible(type) && worthCompressing(file.size)
      ? negotiateEncoding(request.headers.get('accept-encoding') ?? undefined)
      : undefined;
  const isHeld = encoding !== undefined || file.size <= mostHeld;
  const content = isHeld ? await readSiteFile(file) : undefined;
  const hash = content ? hashOf(content) : await hashOfFile(file);
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
  const body = content && (encoding ? await compress(hash, encoding, content) : content);
  if (encoding) headers.set('Content-Encoding', encoding);
  headers.set('Content-Length', String(body ? body.length : file.size));
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  return new Response(body ? bytesOf(body) : await streamOf(file), { status, headers });
}

const hashOf = (content: Buffer): string => shortHash(createHash('sha256').update(content));
const shortHash = (hash: Hash): string => hash.digest('base64url').slice(0, 22);

/** The same bytes, not a copy: a compressed page is kept once for all readers. */
const bytesOf = ({ buffer, byteOffset, length }: Buffer): Uint8Array<ArrayBuffer> =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, length);

const hashes = new Map<string, string>();
const mostHashes = 1000;

/** The hash of a large file, computed once for each version. */
async function hashOfFile({ file, size, modified }: SiteFile): Promise<string> {
  const version = `${file} ${String(size)} ${String(modified.getTime())}`;
  const known = hashes.get(version);
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  if (hashes.size >= mostHashes) hashes.clear();
  const short = shortHash(hash);
  hashes.set(version, short);
  return short;
}

/** Opened first, so that a file that cannot be opened is a fault, and not a page that ends in the middle. */
async function streamOf({ file }: SiteFile): Promise<ReadableStream<Uint8Array>> {
  const handle = await open(file);
  return Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array>;
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
