import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { mirrorNotice } from './mirror.ts';
import { readMirrorUrl } from './mirror-target.ts';

test.each([
  [undefined, undefined],
  ['', undefined],
  ['https://example.cn/hub.git', 'https://example.cn/hub.git'],
  ['https://li:p%40ss@example.cn/hub.git', 'https://example.cn/hub.git'],
  ['ssh://git@example.cn:2222/hub.git', 'ssh://git@example.cn:2222/hub.git'],
  ['file:///srv/mirror.git', 'file:///srv/mirror.git'],
])('takes %j', (text, url) => {
  expect(readMirrorUrl(text, '/data')?.url).toBe(url);
});

test.each([
  'ext::sh -c touch% /tmp/x',
  'http://example.cn/hub.git',
  'git://example.cn/hub.git',
  'git@example.cn:hub.git',
  '--upload-pack=touch /tmp/x',
  'ssh://-oProxyCommand=x/hub.git',
  'ssh://-oProxyCommand=x@example.cn/hub.git',
  'ssh://example.cn/-hub.git',
  'https://example.cn/',
  'https://example.cn/a.git?x=1',
  'https://example.cn/a.git#x',
  'https://example.cn/a%0ab.git',
  'https://li:a%0ab@example.cn/a.git',
  'file://example.cn/srv/mirror.git',
  'file:///data/mirror.git',
  'javascript:alert(1)',
  '/srv/mirror.git',
])('refuses %j with a sentence', (text) => {
  expect(() => readMirrorUrl(text, '/data')).toThrow(/^MIRROR_URL .* · MIRROR_URL .*。$/);
});

test('git gets name and password from the helper', () => {
  // What Mirror configures, asked as git asks for the password of an address.
  const source = path.join(import.meta.dirname, 'limited-git.ts');
  const helper = /'(!f\(\) .*; f)'/
    .exec(execFileSync('cat', [source], { encoding: 'utf8' }))![1]!
    .replaceAll('\\\\', '\\');
  const env = {
    ...process.env,
    HUB_MIRROR_USER: 'li',
    HUB_MIRROR_PASSWORD: 'a b%$"c',
    GIT_TERMINAL_PROMPT: '0',
  };
  const args = ['-c', 'credential.helper=', '-c', `credential.helper=${helper}`, 'credential', 'fill'];
  const filled = execFileSync('git', args, { env, input: 'protocol=https\nhost=x.cn\n\n', encoding: 'utf8' });
  expect(filled).toContain('username=li\npassword=a b%$"c\n');
});

test('administrators hear of it after a day', () => {
  const failing = { url: 'x', tries: 9, failingSince: '2026-03-01T00:00:00Z' };
  expect(mirrorNotice(failing, new Date('2026-03-01T23:59:00Z'))).toBeUndefined();
  expect(mirrorNotice(failing, new Date('2026-03-02T01:00:00Z'))).toMatch(
    /已经 25 个小时没有存成.*网络管理员。$/,
  );
  expect(mirrorNotice(failing, new Date('2026-03-05T00:00:00Z'))).toContain('已经 4 天没有');
  expect(mirrorNotice({ url: 'x', tries: 0 })).toBeUndefined();
  expect(mirrorNotice(undefined)).toBeUndefined();
});
