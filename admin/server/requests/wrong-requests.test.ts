import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fixtureDesk } from '../testing/fixture-desk.ts';
import type { FixtureDesk } from '../testing/fixture-desk.ts';
import {
  expectAnswer,
  faultsOf,
  placesIn,
  sendBytes,
  withValue,
  wrongValues,
} from '../testing/wrong-values.ts';
import type { Answer } from '../testing/wrong-values.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let desk: FixtureDesk;
beforeAll(async () => {
  desk = await fixtureDesk(['owner']);
});
afterAll(() => desk.cleanUp());

const send = (route: string, body?: string | Uint8Array, headers?: Record<string, string>): Promise<Answer> =>
  sendBytes(desk, route, body, headers);
const faults = (): string[] => faultsOf(desk);

const json = { 'content-type': 'application/json' };
const deep = (open: string, close: string): string => `${open.repeat(50_000)}${close.repeat(50_000)}`;
const bodies: Record<string, string | Uint8Array> = {
  nothing: '',
  'no JSON': '{"action": ',
  'a text': '"info"',
  'a number': '7',
  null: 'null',
  'a list': '[{"action":"info"}]',
  'a form': 'action=info&params=',
  'Latin-1': Buffer.from('{"action":"caf\u00e9"}', 'latin1'),
  'GB 18030': Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xd6, 0xd0, 0x22, 0x7d]),
  'UTF-16': Buffer.from('{"action":"info"}', 'utf16le'),
  NUL: '{"action":"info\0"}',
  'half a character': '{"action":"\\ud800","id":"\\ud800"}',
  'lists in lists': deep('[', ']'),
  'objects in objects': deep('{"a":', '}'),
  'very many values': `{"action":"info","params":[${'0,'.repeat(20_000)}0]}`,
  'a quote that does not end': `{"action":"${'\\"'.repeat(20_000)}`,
  'a comment': '{"action":"info" /* a */}',
  'a prototype': '{"__proto__":{"action":"info"},"constructor":{"prototype":{"action":"info"}}}',
};
const routes = ['POST /admin/api/store', 'POST /admin/api/accounts', 'POST /admin/api/trash/restore'];

describe.each(routes)('%s', (route) => {
  test.each(Object.entries(bodies))('refuses %s', async (name, body) => {
    const answer = await send(route, body, json);
    expect([400, 413]).toContain(answer.status);
    expectAnswer(answer, name);
    expect(faults()).toEqual([]);
  });

  test('refuses a compressed body', async () => {
    expect((await send(route, '{}', { ...json, 'content-encoding': 'gzip' })).status).toBe(400);
  });
});

test.each([
  [
    'is not UTF-8',
    Buffer.concat([
      Buffer.from('{"action":"info","params":{"a":"'),
      Buffer.from([0xd6, 0xd0]),
      Buffer.from('"}}'),
    ]),
    400,
  ],
  ['is too deep', `{"action":"info","params":{"a":${'['.repeat(30)}${']'.repeat(30)}}}`, 400],
  ['has too many values', `{"action":"info","params":{"a":[${'0,'.repeat(6000)}0]}}`, 413],
])('refuses a part that nobody reads if it %s', async (name, body, status) => {
  const answer = await send('POST /admin/api/store', body, json);
  expect(answer.status).toBe(status);
  expectAnswer(answer, name);
});

test('takes the last of two equal keys, and a mark of the byte order', async () => {
  expect((await send('POST /admin/api/store', '{"action":"no","action":"info"}')).status).toBe(200);
  expect((await send('POST /admin/api/store', '\ufeff{"action":"info"}')).status).toBe(200);
});

test('a file that is JSON-like or compressed is still only a file', async () => {
  const route = 'POST /admin/api/file?name=a.csv';
  expect((await send(route, '[[[[')).status).toBe(200);
  expect((await send(route, 'a', { 'content-encoding': 'br' })).status).toBe(400);
});

const accountFields = {
  action: 'reset',
  username: 'nobody',
  name: '某某',
  password: 'guangchang wu',
  again: 'a',
  role: 'editor',
};

test('every field of an account, with every kind of wrong value', async () => {
  for (const place of placesIn(accountFields)) {
    for (const other of wrongValues) {
      const body = JSON.stringify(withValue(accountFields, place, other));
      expectAnswer(await send('POST /admin/api/accounts', body, json), [place, other]);
    }
  }
  expect(faults()).toEqual([]);
});

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const forms = [
  'POST /admin/sign-in',
  'POST /admin/first-run',
  'POST /admin/password',
  'POST /admin/accounts',
];
const multipart = { 'content-type': 'multipart/form-data; boundary=x' };

describe.each(forms)('%s', (route) => {
  test.each([
    ['nothing', '', form],
    ['no form at all', '{"username":"a"}', json],
    [
      'a form in parts that does not end',
      '--x\r\nContent-Disposition: form-data; name="username"\r\n\r\na',
      multipart,
    ],
    ['parts without a boundary', 'a', { 'content-type': 'multipart/form-data' }],
    [
      'a file instead of a text',
      '--x\r\nContent-Disposition: form-data; name="username"; filename="a"\r\n\r\na\r\n--x--\r\n',
      multipart,
    ],
    ['broken percent signs', 'username=%&password=%E0%A4%A&token=%ff', form],
    ['NUL', 'username=a%00b&password=%00&token=%00&old=%00&action=%00', form],
    ['half a character', 'username=%ED%A0%80&password=%ED%A0%80&action=add', form],
    ['the same field often', `${'username=a&'.repeat(3000)}action=add`, form],
    ['names of every object', '__proto__=a&constructor=b&toString=c&action=constructor&role=__proto__', form],
    ['long fields', `username=${'a'.repeat(30_000)}&password=${'b'.repeat(30_000)}`, form],
    ['an unknown action', 'action=toString&username=a', form],
  ])('%s', async (name, body, headers) => {
    expectAnswer(await send(route, body, headers), name);
    expect(faults()).toEqual([]);
  });
});

test.each([
  '/admin/api/file',
  '/admin/api/file?path=__proto__&collection=__proto__&slug=__proto__',
  '/admin/api/file?path=content/notices/2026/tingshui/a%00b.png',
  '/admin/api/file?path=content/notices/2026/tingshui/a%0Ab.png',
  '/admin/api/file?path=content/notices/2026/tingshui/%ED%A0%80.png',
  '/admin/api/file?path=content/notices/2026/tingshui/%E0%A4%A',
  `/admin/api/file?path=content/notices/2026/tingshui/${encodeURIComponent('长'.repeat(200))}.png`,
  `/admin/api/file?path=${'a/'.repeat(1500)}`,
  '/admin/api/file?path=content/notices/2026/tingshui/a.png&collection=notices&slug=a%00',
  '/admin/api/file?path[]=a&path=b&path=c',
  '/admin/sign-in?next=%00&changed[]=',
  '/admin/sign-in?next=%ff%fe',
  '/admin/first-run?token=%00',
  '/admin/%00',
  '/admin/%ff',
  `/admin/${'a'.repeat(3000)}`,
  '/admin/assets/__proto__',
  '/admin/manual/editing/..%2f..%2fa.png',
  '/%00',
  '/%E0%A4%A',
  `/${'%E9%95%BF'.repeat(300)}/`,
  '/__proto__/',
])('GET %s', async (address) => {
  const { status, text } = await send(`GET ${address}`);
  expect([address, status < 500]).toEqual([address, true]);
  expect(text).not.toMatch(/\bat .*\.ts:\d+|TypeError/);
  expect(faults()).toEqual([]);
});

const sentForms = 'application/x-www-form-urlencoded';
const fields =
  'username=the-owner&password=guangchang%20wu%202026&old=guangchang%20wu%202026&token=a&action=add';
describe.each(['sign-in', 'first-run', 'password', 'accounts'])('the form %s', (form) => {
  test.each([
    ['JSON', { 'content-type': 'application/json' }],
    ['text', { 'content-type': 'text/plain' }],
    ['something else', { 'content-type': `x-${sentForms}` }],
    ['a compressed form', { 'content-type': sentForms, 'content-encoding': 'gzip' }],
    ['a form compressed twice', { 'content-type': sentForms, 'content-encoding': 'identity, gzip' }],
  ])('refuses %s, instead of reading a form without fields', async (name, headers) => {
    const answer = await send(`POST /admin/${form}`, fields, headers);
    expect([name, answer.status]).toEqual([name, 400]);
    expectAnswer(answer, name);
  });

  test.each([sentForms, `${sentForms};charset=UTF-8`, 'Application/X-WWW-Form-URLEncoded'])(
    'takes %s',
    async (type) => {
      expect((await send(`POST /admin/${form}`, fields, { 'content-type': type })).status).not.toBe(400);
    },
  );
});
