import path from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const project = path.resolve(import.meta.dirname, '../..');

test('has defaults for one machine', () => {
  expect(readSettings({})).toMatchObject({
    host: '127.0.0.1',
    port: 4321,
    project,
    data: path.join(project, 'data'),
    repository: path.join(project, 'data/store.git'),
    contentFolder: path.join(project, 'content'),
    accountsFile: path.join(project, 'data/accounts.sqlite'),
    secretFile: path.join(project, 'data/secret'),
    basePath: '',
    siteUrl: 'http://127.0.0.1:4321',
    secure: false,
    hostNames: ['127.0.0.1'],
    siteOrigin: undefined,
    proxies: 0,
    production: false,
    buildCommand: [process.execPath, path.join(project, 'scripts/build.ts')],
    buildMinutes: 15,
    retryMs: 30_000,
    mirror: undefined,
  });
});

test('derives host names and https from the site URL', () => {
  const { secure, hostNames, siteOrigin } = readSettings({
    SITE_URL: 'https://Gongjian.example.cn/hub/',
    ALLOWED_HOSTS: ' hub.local,, Desk.local ',
  });
  expect([secure, siteOrigin]).toEqual([true, 'https://gongjian.example.cn']);
  expect(hostNames).toEqual(['gongjian.example.cn', 'hub.local', 'desk.local']);
  expect(readSettings({ HOST: '::1', PORT: '8080' }).siteUrl).toBe('http://[::1]:8080');
});

test.each([
  ['', ''],
  ['/', ''],
  ['hub', '/hub'],
  ['//hub/', '/hub'],
  ['/a/b/', '/a/b'],
])('normalises the base path %j to %j', (typed, basePath) => {
  expect(readSettings({ BASE_PATH: typed }).basePath).toBe(basePath);
});

test('accepts only valid port numbers', () => {
  expect(readSettings({ PORT: '0' }).port).toBe(0);
  expect(readSettings({ PORT: '65535' }).port).toBe(65_535);
  expect(readSettings({ PORT: '' }).port).toBe(4321);
  for (const wrong of ['65536', '-1', '1.5', 'abc'])
    expect(() => readSettings({ PORT: wrong })).toThrow(`PORT has to be a whole number, but is "${wrong}".`);
  expect(readSettings({ HUB_BUILD_MINUTES: '3' }).buildMinutes).toBe(3);
});

test('changes the code hash only for settings that change the site', () => {
  const code = (env: Record<string, string>): string => readSettings(env).code;
  expect(code({ HOST: '0.0.0.0', TRUST_PROXY: '1', MIRROR_URL: 'file:///srv/mirror.git' })).toBe(code({}));
  for (const name of ['BASE_PATH', 'SITE_MODE', 'OFFLINE']) expect(code({ [name]: 'x' })).not.toBe(code({}));
  expect(code({ SITE_URL: 'https://a.cn' })).not.toBe(code({}));
});

test('accepts only the documented values of switches', () => {
  expect(readSettings({ SITE_MODE: 'production' }).production).toBe(true);
  expect(readSettings({ SITE_MODE: 'test' }).production).toBe(false);
  expect(readSettings({ MIRROR_URL: 'https://li:geheim@example.cn/hub.git' }).mirror).toEqual({
    url: 'https://example.cn/hub.git',
    user: 'li',
    password: 'geheim',
  });
  expect(() => readSettings({ MIRROR_URL: 'ext::sh' })).toThrow('MIRROR_URL has to begin');
  expect(readSettings({ HUB_RETRY_MS: '200' }).retryMs).toBe(200);
  expect(readSettings({ HUB_BUILD_COMMAND: '["make","site"]' }).buildCommand).toEqual(['make', 'site']);
});

test('reads host names as browsers send them', () => {
  const { hostNames } = readSettings({
    SITE_URL: 'https://共建.example.cn:8443/',
    ALLOWED_HOSTS: 'Desk.local:4321,后台.local',
  });
  expect(hostNames).toEqual(['xn--b6qv34a.example.cn', 'desk.local', 'xn--kprpc.local']);
  expect(readSettings({ SITE_URL: ' ' })).toMatchObject({ siteOrigin: undefined, secure: false });
});

test.each(['hub.example.cn', 'ftp://hub.example.cn', 'javascript:alert(1)', 'https://', 'localhost:4321'])(
  'SITE_URL=%s stops the start',
  (text) => {
    expect(() => readSettings({ SITE_URL: text })).toThrow('SITE_URL has to be an address such as https://');
  },
);

test.each([
  ['', 0],
  ['0', 0],
  ['off', 0],
  ['1', 1],
  ['On', 1],
  ['2', 2],
])('TRUST_PROXY=%s means %i proxies', (text, proxies) => {
  expect(readSettings({ TRUST_PROXY: text }).proxies).toBe(proxies);
});

test.each(['loopback', '-1', '1.5', '100', '10.0.0.1'])('TRUST_PROXY=%s stops the start', (text) => {
  expect(() => readSettings({ TRUST_PROXY: text })).toThrow('has to be the number of proxies');
});
