import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import type { Server } from 'node:http';
import { Hono } from 'hono';
import type { Handler } from 'hono';
import { afterEach, expect, test } from 'vitest';
import { createHttpServer } from './http-server.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function listen(
  given: Parameters<typeof createHttpServer>[1] = {},
  respond: Handler = (c) => c.text('taken'),
): Promise<number> {
  const app = new Hono();
  app.all('*', respond);
  app.onError((error, c) => c.text(error.message, 500));
  server = createHttpServer(app.fetch, given);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Sends bytes as they are, and returns everything until the server closes the connection. */
async function exchange(
  port: number,
  bytes: string | Buffer,
  then?: (socket: Socket) => void,
): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  // The server may close before everything is sent.
  socket.on('error', () => undefined);
  socket.write(bytes);
  then?.(socket);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('utf8');
}

const statusOf = (answer: string): string => /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? `no answer: ${answer}`;
const close = 'Connection: close\r\n\r\n';

test.each([
  ['headers of 60 KB', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(60 * 1024)}\r\n\r\n`, '431', '太长了'],
  ['an address of 60 KB', `GET /${'a'.repeat(60 * 1024)} HTTP/1.1\r\nHost: a\r\n\r\n`, '431', '太长了'],
  [
    'a thousand cookies',
    `GET / HTTP/1.1\r\nHost: a\r\nCookie: ${'a=b; '.repeat(12_000)}\r\n\r\n`,
    '431',
    'Cookie',
  ],
  ['no host', `GET / HTTP/1.1\r\n${close}`, '400', '读不懂'],
  ['no host, in HTTP/1.0', 'GET / HTTP/1.0\r\n\r\n', '400', '读不懂'],
  ['an unknown expectation', `POST / HTTP/1.1\r\nHost: a\r\nExpect: b\r\n${close}`, '417', '没有收下'],
  ['no HTTP', 'hello\r\n\r\n', '400', '读不懂'],
  ['TLS', Buffer.from('16030100a5010000a1', 'hex'), '400', '读不懂'],
  ['an invalid host', `GET / HTTP/1.1\r\nHost: a b\r\n${close}`, '400', '读不懂'],
  ['an invalid address', `GET http:// HTTP/1.1\r\nHost: a\r\n${close}`, '400', '读不懂'],
  ['no host', `GET / HTTP/1.1\r\n${close}`, '400', ''],
  ['a length that is no number', `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9x\r\n\r\n`, '400', '读不懂'],
  [
    'two lengths',
    `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n`,
    '400',
    '读不懂',
  ],
  [
    'a length and pieces',
    `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`,
    '400',
    '读不懂',
  ],
  [
    'a request to a proxy',
    `CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n`,
    '405',
    '只能打开网页',
  ],
  ['a trace', `TRACE / HTTP/1.1\r\nHost: a\r\n${close}`, '200', ''],
  ['an unknown method', `PROPFIND / HTTP/1.1\r\nHost: a\r\n${close}`, '200', ''],
  ['another protocol', `GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n${close}`, '200', ''],
])('%s is answered', async (_, bytes, status, sentence) => {
  const answer = await exchange(await listen(), bytes);
  expect(statusOf(answer)).toBe(status);
  expect(answer).toContain(sentence);
  expect(answer).not.toMatch(/\bat .*\.(ts|js|mjs):/);
});

const fast = { connectionsCheckingInterval: 50 };

test('headers that do not end are given up, with an answer', async () => {
  const port = await listen({ ...fast, headersTimeout: 100 });
  const answer = await exchange(port, 'GET / HTTP/1.1\r\nHost: a\r\n');
  expect([statusOf(answer), answer.includes('等了太久')]).toEqual(['408', true]);
});

test('a body that does not end is given up', async () => {
  const limits = { ...fast, headersTimeout: 100, requestTimeout: 150 };
  const port = await listen(limits, async (c) => c.text(await c.req.text()));
  const answer = await exchange(port, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nabc');
  expect(statusOf(answer)).toBe('408');
});

test('has a limit for everything that a connection can hold', async () => {
  await listen();
  expect(server!.maxConnections).toBeGreaterThan(100);
  expect(server!.maxConnections).toBeLessThanOrEqual(4000);
  expect(
    [server!.headersTimeout, server!.requestTimeout, server!.keepAliveTimeout].every((time) => time > 0),
  ).toBe(true);
  expect(server!.headersTimeout).toBeLessThan(server!.requestTimeout);
  expect(server!.timeout).toBeGreaterThan(server!.requestTimeout);
});
