import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export interface BenchServer {
  address: string;
  /** Bytes sent so far, headers included. */
  sent(): number;
  stop(): Promise<void>;
}

/** Serves folders like the site: compressed, with the same Content-Security-Policy. */
export async function serve(folders: Record<string, string>): Promise<BenchServer> {
  const sockets = new Set<Socket>();
  let closedBytes = 0;
  const cache = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bench');
    const [, mount = '', ...rest] = decodeURIComponent(pathname).split('/');
    const folder = folders[mount];
    if (pathname === '/favicon.ico' || folder === undefined) return void response.writeHead(404).end();
    const name = rest.at(-1) === '' ? [...rest.slice(0, -1), 'index.html'] : rest;
    const file = path.join(folder, ...name);
    const kind = types[path.extname(file)] ?? 'application/octet-stream';
    const accepted = request.headers['accept-encoding'] ?? '';
    const encoding = !/text|json|script/.test(kind)
      ? undefined
      : /\bbr\b/.test(accepted)
        ? 'br'
        : /gzip/.test(accepted)
          ? 'gzip'
          : undefined;
    const key = `${String(encoding)} ${file}`;
    const found = cache.get(key);
    const ready = found
      ? Promise.resolve(found)
      : readFile(file).then((bytes) => compressed(bytes, encoding));
    ready.then(
      (bytes) => {
        cache.set(key, bytes);
        response.writeHead(200, {
          'Content-Type': kind,
          'Content-Length': bytes.length,
          'Cache-Control': 'public, max-age=300',
          'Content-Security-Policy':
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'",
          ...(encoding === undefined ? {} : { 'Content-Encoding': encoding }),
        });
        response.end(bytes);
      },
      () => void response.writeHead(404).end(),
    );
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => {
      closedBytes += socket.bytesWritten;
      sockets.delete(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    sent: () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, closedBytes),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function compressed(bytes: Buffer, encoding: 'br' | 'gzip' | undefined): Buffer {
  if (encoding === 'br')
    return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return encoding === 'gzip' ? gzipSync(bytes) : bytes;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};
