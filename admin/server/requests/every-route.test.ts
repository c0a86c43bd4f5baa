import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fixtureDesk, origin } from '../testing/fixture-desk.ts';
import type { FixtureDesk } from '../testing/fixture-desk.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

let desk: FixtureDesk;
/** Every method and address that the app knows, and some that it does not. New routes are in this list by themselves. */
let asked: [method: string, path: string][];
beforeAll(async () => {
  desk = await fixtureDesk(['owner', 'editor', 'guest']);
  const known = desk.app.routes.flatMap(({ method, path }): [string, string][] => {
    const address = path.replace(/:\w+\{[^}]*\}/, 'none.png').replace('*', 'none');
    const methods =
      method === 'ALL' ? ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] : [method];
    return methods.map((each) => [each, address]);
  });
  const all = [
    ...known,
    ['POST', '/'],
    ['PROPFIND', '/admin/'],
    ['POST', '/admin/api/store/'],
    ['PUT', '/no/page'],
    ['PUT', '/admin/api/store'],
  ];
  asked = [
    ...new Map(all.map(([method, path]) => [`${method!} ${path!}`, [method!, path!]])).values(),
  ] as typeof asked;
});
afterAll(() => desk.cleanUp());

interface Sent {
  status: number;
  text: string;
  /** How much of the body the app has taken. */
  taken: number;
}

/** Sends a body in pieces that never ends by itself. */
async function send(
  [method, path]: readonly [string, string],
  role: string | undefined,
  headers: Record<string, string> = {},
): Promise<Sent> {
  let taken = 0;
  const piece = new Uint8Array(16 * kilobyte).fill(97);
  const endless = new ReadableStream(
    {
      pull: (controller) => {
        taken += piece.length;
        if (taken > 400 * megabyte) controller.close();
        else controller.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const request = new Request(`${origin}${path}`, {
    method,
    headers: { host: new URL(origin).host, origin, cookie: desk.cookieOf(role), ...headers },
    ...(hasBody ? { body: endless, duplex: 'half' } : {}),
  });
  const socket = { remoteAddress: '192.0.2.9', remotePort: 1, remoteFamily: 'IPv4' };
  const answer = await desk.app.request(request, undefined, { incoming: { socket } });
  return { status: answer.status, text: await answer.text(), taken };
}

/** The status, and that people are told why. */
function expectRefusal({ status, text }: Sent, expected: number, what: unknown): void {
  expect([what, status]).toEqual([what, expected]);
  expect([what, text]).toEqual([what, expect.stringMatching(/[\u4e00-\u9fff].*。/)]);
}

const isHead = ([method]: readonly [string, string]): boolean => method === 'HEAD';
const inPieces = { 'transfer-encoding': 'chunked' };

test('the list holds the routes with the largest bodies', () => {
  const listed = asked.map((each) => each.join(' '));
  for (const route of [
    'POST /admin/sign-in',
    'POST /admin/api/store',
    'POST /admin/api/file',
    'GET /healthz',
  ])
    expect(listed).toContain(route);
  expect(listed.length).toBeGreaterThan(35);
});

describe.each([undefined, 'editor', 'owner'])('every route, as %s', (role) => {
  test('refuses a body that is announced as 400 MB, without reading it', async () => {
    for (const route of asked) {
      const sent = await send(route, role, { 'content-length': String(400 * megabyte) });
      // Without sign-in, the routes that take files say so first.
      const first =
        role === undefined && /POST \/admin\/api\/(store|file)$/.test(route.join(' ')) ? 401 : 413;
      if (isHead(route)) expect([route, sent.status]).toEqual([route, first]);
      else expectRefusal(sent, first, route);
      expect([route, sent.taken]).toEqual([route, 0]);
    }
  });

  test('stops reading a body that does not end', async () => {
    for (const route of asked) {
      const sent = await send(route, role, inPieces);
      const takesFiles = /POST \/admin\/api\/(store|file)$/.test(route.join(' '));
      const most = !takesFiles
        ? 64 * kilobyte
        : role === undefined
          ? 0
          : (route[1].endsWith('store') ? 60 : 12) * megabyte;
      const expected = takesFiles && role === undefined ? 401 : 413;
      if (isHead(route)) expect([route, sent.status]).toEqual([route, expected]);
      else expectRefusal(sent, expected, route);
      expect([route, sent.taken <= most + 64 * kilobyte]).toEqual([route, true]);
    }
  });

  test('refuses a long address', async () => {
    for (const [method, path] of asked) {
      const sent = await send([method, `${path}?q=${'a'.repeat(33 * kilobyte)}`], role);
      if (method !== 'HEAD') expectRefusal(sent, 414, [method, path]);
      expect(sent.taken).toBe(0);
    }
  });

  test('refuses many cookies in the desk', async () => {
    for (const route of asked.filter(([, path]) => path.startsWith('/admin'))) {
      const cookie = `${desk.cookieOf(role)}; ${'a=b; '.repeat(2000)}`;
      const sent = await send(route, role, { cookie });
      if (!isHead(route)) expectRefusal(sent, 431, route);
      expect(sent.taken).toBe(0);
    }
  });
});

test('people who may not edit have no room for files', async () => {
  for (const path of ['/admin/api/store', '/admin/api/file']) {
    const sent = await send(['POST', path], 'guest', inPieces);
    expectRefusal(sent, 413, path);
    expect(sent.taken).toBeLessThanOrEqual(128 * kilobyte);
  }
});

test('what fits is taken: an address of 18 KB for the search, and a form', async () => {
  const search = await send(['GET', `/search/?q=${'a'.repeat(18 * kilobyte)}`], undefined);
  // The release of this test has no such page.
  expect(search.status).toBe(404);
  const form = await send(['POST', '/admin/sign-out'], undefined, { 'content-length': '1000' });
  expect(form.status).toBe(303);
});

test('nothing of this is in the log', () => {
  expect(desk.lines.filter((line) => !/^(build|release) /.test(line))).toEqual([]);
});

test('saves with many pictures at the same time are limited together', async () => {
  const held: ((bytes: Uint8Array | null) => void)[] = [];
  const save = (): Promise<Response> => {
    const body = new ReadableStream({
      start: (controller) => {
        held.push(() => {
          controller.close();
        });
      },
    });
    const headers = { origin, host: new URL(origin).host, cookie: desk.cookieOf('editor') };
    const request = { method: 'POST', headers: { ...headers, ...inPieces }, body, duplex: 'half' };
    return Promise.resolve(desk.app.request(new Request(`${origin}/admin/api/store`, request)));
  };
  const first = Array.from({ length: 2 }, save);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const third = await save();
  expect([third.status, third.headers.get('retry-after')]).toEqual([503, '60']);
  expect(await third.text()).toContain('现在同时上传图片和附件的人太多');
  for (const end of held) end(null);
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual([400, 400]);
  const later = save();
  held.at(-1)?.(null);
  expect((await later).status).toBe(400);
});
