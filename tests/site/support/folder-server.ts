/** Serves a site as pure files; it can fail, be slow, and change to another release. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export interface FolderServer {
  /** `http://127.0.0.1:41234` */
  origin: string;
  /** The release that is served now; nothing of other releases is served. */
  folder: string;
  /** Milliseconds before an answer to these begins. */
  slow: { pattern: RegExp; wait: number } | undefined;
  /** Paths that are answered with 500. */
  broken: RegExp | undefined;
  asked: string[];
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.jpeg': 'image/jpeg',
  '.csv': 'text/csv; charset=utf-8',
};

export async function serveFolder(folder: string): Promise<FolderServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    state.asked.push(pathname);
    const wait = state.slow?.pattern.test(pathname) ? state.slow.wait : 0;
    // A long wait does not keep the process running.
    setTimeout(() => void answer(pathname), wait).unref();

    async function answer(pathname: string): Promise<void> {
      if (state.broken?.test(pathname)) {
        response.writeHead(500).end();
        return;
      }
      const name = decodeURI(pathname) + (pathname.endsWith('/') ? 'index.html' : '');
      const content = await readFile(path.join(state.folder, name)).catch(() => undefined);
      response.writeHead(content ? 200 : 404, {
        'Content-Type': types[path.extname(name)] ?? 'application/octet-stream',
        'Cache-Control': pathname.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
      response.end(content ?? '404');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const state: FolderServer = {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    folder,
    slow: undefined,
    broken: undefined,
    asked: [],
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
  return state;
}
