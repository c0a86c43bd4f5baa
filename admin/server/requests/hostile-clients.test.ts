import { randomBytes } from 'node:crypto';
import { readdir, readFile, truncate, chmod, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFirstClient, sendForm, startHub, waitUntil } from '../testing/hub-process.ts';
import type { HubClient, HubProcess } from '../testing/hub-process.ts';
import { fixtureHub, noticePath } from '../testing/fixture-hub.ts';
import type { FixtureHub } from '../testing/fixture-hub.ts';

const megabyte = 1024 * 1024;
let fixture: FixtureHub;
let hub: HubProcess;
let zhang: HubClient;

beforeAll(async () => {
  fixture = await fixtureHub();
  hub = await startHub(fixture, { SITE_URL: 'https://hub.example.cn', TRUST_PROXY: '1' });
});
afterAll(async () => {
  await hub.stop();
  await fixture.cleanUp();
});

/** The most memory that the server has had, in bytes. */
async function mostMemory(): Promise<number> {
  const status = await readFile(`/proc/${String(hub.process.pid)}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}

/** Sends a form without a length, until the server has enough; returns the bytes sent and the answer. */
function flood(address: string, most: number): Promise<{ sent: number; answer: string }> {
  return new Promise((resolve) => {
    const { port } = new URL(hub.address);
    const socket = connect(Number(port), '127.0.0.1');
    const piece = Buffer.from(`10000\r\n${'a'.repeat(0x10000)}\r\n`);
    let sent = 0;
    let answer = '';
    const write = (): void => {
      while (sent < most && !socket.destroyed) {
        sent += piece.length;
        if (!socket.write(piece)) return;
      }
    };
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('drain', write);
    socket.on('close', () => {
      resolve({ sent, answer });
    });
    socket.write(
      `POST ${address} HTTP/1.1\r\nHost: hub.example.cn\r\nOrigin: https://hub.example.cn\r\n` +
        'Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    write();
  });
}

test.runIf(process.platform === 'linux')('forms of 100 MB from nobody are not kept in memory', async () => {
  await sendForm(hub.address, '/admin/sign-in', {}, { origin: 'https://hub.example.cn' });
  const before = await mostMemory();
  const all = await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      flood(index % 2 === 0 ? '/admin/sign-in' : '/no/page', 100 * megabyte),
    ),
  );
  for (const { answer } of all) expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect((await mostMemory()) - before).toBeLessThan(150 * megabyte);
});

test.runIf(process.platform === 'linux')(
  'readers who take nothing keep no large file in memory',
  async () => {
    await waitUntil(async () => (await fetch(hub.address)).status === 200, 'the first release');
    const live = path.join(fixture.folder, 'data', 'live', 'site');
    const content = randomBytes(8 * megabyte);
    await writeFile(path.join(live, 'film.pdf'), content);
    const whole = await fetch(`${hub.address}film.pdf`);
    const etag = whole.headers.get('etag') ?? '';
    expect(Buffer.from(await whole.arrayBuffer()).equals(content)).toBe(true);
    const again = await fetch(`${hub.address}film.pdf`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect((await fetch(`${hub.address}film.pdf`, { method: 'HEAD' })).headers.get('content-length')).toBe(
      String(content.length),
    );
    const before = await mostMemory();
    const { port } = new URL(hub.address);
    const readers = Array.from({ length: 60 }, () => {
      const socket = connect(Number(port), '127.0.0.1').pause();
      socket.write('GET /film.pdf HTTP/1.1\r\nHost: hub.example.cn\r\n\r\n');
      return socket;
    });
    // Somebody else's page comes meanwhile.
    for (let count = 0; count < 20; count++) expect((await fetch(hub.address)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const grown = (await mostMemory()) - before;
    for (const socket of readers) socket.destroy();
    // All of them in memory would be 480 MB.
    expect(grown).toBeLessThan(120 * megabyte);
    expect((await fetch(hub.address)).status).toBe(200);
  },
);

test('an upload that breaks off leaves one line in the log', async () => {
  const { port } = new URL(hub.address);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(
    'POST /admin/sign-in HTTP/1.1\r\nHost: hub.example.cn\r\nOrigin: https://hub.example.cn\r\n' +
      'Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nusern\r\n',
    () => setTimeout(() => socket.destroy(), 100),
  );
  const isBrokenOff = (line: string): boolean => line.endsWith('POST /admin/sign-in was broken off');
  await waitUntil(() => Promise.resolve(hub.lines.some(isBrokenOff)), 'the line');
  expect(hub.lines.filter((line) => /^\s+at |Error/.test(line))).toEqual([]);
});

test('browsers are told to use https only, on every page of the site and the desk', async () => {
  for (const address of ['', 'no/page', 'healthz', 'admin/', 'admin/sign-in', 'admin/api/me', 'admin/none']) {
    const { headers } = await fetch(`${hub.address}${address}`, { redirect: 'manual' });
    expect([address, headers.get('strict-transport-security')]).toEqual([address, 'max-age=31536000']);
  }
});

test('the address of a guess is the one that the proxy saw, whatever the client claims', async () => {
  const guess = (forwarded: string) =>
    sendForm(
      hub.address,
      '/admin/sign-in',
      { username: 'nobody', password: 'not the password' },
      { origin: 'http://127.0.0.1:' + new URL(hub.address).port, 'x-forwarded-for': forwarded },
    );
  const statuses: number[] = [];
  for (let count = 0; count < 11; count++) {
    statuses.push((await guess(`10.0.0.${String(count)}, 203.0.113.9`)).status);
  }
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
  expect(statuses[10]).toBe(429);
  expect((await guess('203.0.113.9, 203.0.113.10')).status).toBe(401);
});

test('requests of a signed-in person are answered when the store is damaged', async () => {
  // Another hub with http: over http, browsers and this client do not send back a secure cookie.
  const other = await fixtureHub();
  const damaged = await startHub(other);
  try {
    zhang = await createFirstClient(damaged);
    const store = path.join(other.folder, 'data', 'store.git');
    const answers = async (): Promise<number[]> => {
      const file = '/admin/api/file?path=content/notices/2026/tingshui/a.png';
      const asked = [
        zhang.store('getEntry', { path: noticePath('tingshui') }),
        zhang.store('entriesByFolder', { folder: 'content/orgs' }),
        zhang.store('deleteFile', { path: noticePath('tingshui') }),
        zhang.get(file),
        zhang.get('/admin/'),
      ];
      return (await Promise.all(asked)).map(({ status }) => status);
    };
    for (const entry of await readdir(path.join(store, 'objects'), {
      recursive: true,
      withFileTypes: true,
    })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      await chmod(file, 0o600);
      await truncate(file, 20);
    }
    expect((await answers()).slice(0, 4)).toEqual([503, 503, 503, 503]);
    await writeFile(path.join(store, 'refs', 'heads', 'main'), 'nothing\n');
    expect((await answers()).slice(0, 4)).toEqual([503, 503, 503, 503]);
    expect((await zhang.get('/admin/api/me')).status).toBe(200);
  } finally {
    await damaged.stop();
    await other.cleanUp();
  }
});
