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
    behindProxy: false,
    production: false,
    buildCommand: [process.execPath, path.join(project, 'scripts/build.ts')],
    buildMinutes: 15,
    retryMs: 30_000,
    mirror: undefined,
  });
});

test('derives host names and https from the site URL', () => {
  const { secure, hostNames } = readSettings({
    SITE_URL: 'https://Gongjian.example.cn',
    ALLOWED_HOSTS: ' hub.local,, Desk.local ',
  });
  expect(secure).toBe(true);
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
  expect(readSettings({ TRUST_PROXY: '1', SITE_MODE: 'production' })).toMatchObject({
    behindProxy: true,
    production: true,
  });
  expect(readSettings({ TRUST_PROXY: 'yes', SITE_MODE: 'test' })).toMatchObject({
    behindProxy: false,
    production: false,
  });
  expect(readSettings({ MIRROR_URL: 'https://li:geheim@example.cn/hub.git' }).mirror).toEqual({
    url: 'https://example.cn/hub.git',
    user: 'li',
    password: 'geheim',
  });
  expect(() => readSettings({ MIRROR_URL: 'ext::sh' })).toThrow('MIRROR_URL has to begin');
  expect(readSettings({ HUB_RETRY_MS: '200' }).retryMs).toBe(200);
  expect(readSettings({ HUB_BUILD_COMMAND: '["make","site"]' }).buildCommand).toEqual(['make', 'site']);
});
