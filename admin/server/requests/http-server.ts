import { createServer, STATUS_CODES } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';

type Fetch = Parameters<typeof getRequestListener>[0];

const seconds = 1000;

/** Limits of a connection. Those of a request's content are in request-limits.ts. */
const limits = {
  // The longest address of the site, and the headers of a browser.
  maxHeaderSize: 48 * 1024,
  headersTimeout: 30 * seconds,
  // Enough for the largest save on a line of 2 Mbit/s.
  requestTimeout: 300 * seconds,
  keepAliveTimeout: 10 * seconds,
  connectionsCheckingInterval: 5 * seconds,
};

/** A reader who takes nothing for so long has gone. It must be longer than the longest wait for a save. */
const idleTimeout = 420 * seconds;

/** Below the usual limit of open files, so that files can still be opened when all connections are taken. */
const mostConnections = 2000;

/** An HTTP server for the app that answers whatever is sent to it, and gives up on what never ends. */
export function createHttpServer(fetch: Fetch, given: Partial<typeof limits> = {}): Server {
  const listener = getRequestListener(fetch, {
    // The app answers its own errors; what arrives here is no request at all, such as one with an invalid host.
    errorHandler: () => new Response(sentences[400], { status: 400, headers: plainHeaders }),
  });
  const server = createServer(
    // A request without a host gets our sentence, not the empty answer of Node.js.
    { ...limits, requireHostHeader: false, ...given },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  server.maxConnections = mostConnections;
  server.setTimeout(idleTimeout);
  server.on('checkExpectation', (_, outgoing: ServerResponse) => {
    outgoing.writeHead(417, { ...plainHeaders, Connection: 'close' }).end(sentences[417]);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    refuseConnection(socket, statusFor(error.code));
  });
  // Nobody may use the hub as a proxy.
  server.on('connect', (_, socket) => {
    refuseConnection(socket, 405);
  });
  return server;
}

const sentences = {
  400: '这个请求写得不对，读不懂。请核对网址，再试一次。\n',
  405: '这里只能打开网页。\n',
  408: '等了太久，请求还没有送完。请检查网络，再试一次。\n',
  413: '送来的内容太多了，没有收下。\n',
  417: '这个请求要求先确认一件这里不懂的事，没有收下。请用浏览器打开网页再试。\n',
  431: '网址或浏览器带来的信息（Cookie）太长了。搜索时请只输入几个词；还是不行，请清除本站的 Cookie。\n',
} as const;
type Status = keyof typeof sentences;

const plainHeaders = { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' };

/** For requests that Node.js cannot parse. */
function statusFor(code: string | undefined): Status {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return 431;
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return 413;
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 408;
    default:
      return 400;
  }
}

function refuseConnection(socket: Duplex, status: Status): void {
  // After the beginning of another answer on this connection, nothing can be added.
  if (!socket.writable || (socket as Socket).bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const body = sentences[status];
  const headers = { ...plainHeaders, 'Content-Length': String(Buffer.byteLength(body)), Connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('\r\n')}\r\n\r\n${body}`,
  );
}
