import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFirstClient, startHub, sendForm, hubClient } from './testing/hub-process.ts';
import type { HubProcess } from './testing/hub-process.ts';
import { fixtureHub } from './testing/fixture-hub.ts';
import type { FixtureHub } from './testing/fixture-hub.ts';

let fixture: FixtureHub;
let hub: HubProcess;

beforeAll(async () => {
  fixture = await fixtureHub();
  hub = await startHub(fixture);
});
afterAll(async () => {
  await hub.stop();
  await fixture.cleanUp();
});

test('refuses to start a second server on the same data folder', async () => {
  const refusal = /Another server already uses .*平台已经在运行了/;
  await expect(startHub(fixture)).rejects.toThrow(refusal);
});

test('reports a port in use in one sentence', async () => {
  const other = await fixtureHub();
  const port = new URL(hub.address).port;
  await expect(startHub(other, { PORT: port })).rejects.toThrow(
    `Port ${port} is in use; stop what uses it, or choose another with PORT=4322. · 端口 ${port} 已被占用`,
  );
  await other.cleanUp();
});

test.each([
  ['git is missing', () => ({ PATH: '/nowhere' }), /^git is not installed.*没有找到 git/m],
  [
    'there is no content',
    (folder: string) => ({ CONTENT_DIR: `${folder}/none` }),
    /does not exist.*没有内容文件夹/,
  ],
  [
    'the data folder cannot be created',
    (folder: string) => ({ HUB_DATA: `${folder}/a-file/data` }),
    /cannot be written.*写不了数据文件夹/,
  ],
  ['a port is not a number', () => ({ PORT: 'abc' }), /PORT has to be a whole number/],
])('reports in one sentence that %s', async (_, env, sentence) => {
  const other = await fixtureHub();
  await writeFile(`${other.folder}/a-file`, '');
  await expect(startHub(other, env(other.folder))).rejects.toThrow(sentence);
  await other.cleanUp();
});

test('resets a password on the command line while the server is running', async () => {
  await createFirstClient(hub);
  const run = promisify(execFile);
  const env = { ...process.env, HUB_DATA: `${fixture.folder}/data` };
  const cli = (...args: string[]) =>
    run(process.execPath, [path.join(import.meta.dirname, 'account.ts'), ...args], { env });
  expect((await cli('list')).stdout).toBe('zhang\t张敏\t管理员\n');
  const made = /新密码：(\S+)/.exec((await cli('reset', 'zhang')).stdout)![1]!;
  const { cookie } = await sendForm(hub.address, '/admin/sign-in', { username: 'zhang', password: made });
  expect((await hubClient(hub.address, cookie).get('/admin/api/me')).status).toBe(200);
  await expect(cli('reset', 'nobody')).rejects.toMatchObject({ stderr: '没有“nobody”这个账号。\n' });
});

test('creates accounts on the command line, only with known roles', async () => {
  const other = await fixtureHub();
  const run = promisify(execFile);
  const env = { ...process.env, HUB_DATA: `${other.folder}/data` };
  const cli = (...args: string[]) =>
    run(process.execPath, [path.join(import.meta.dirname, 'account.ts'), ...args], { env });
  await cli('add', 'zhang', '张敏', 'owner');
  await cli('add', 'li', '李强');
  await expect(cli('add', 'wang', '王芳', 'boss')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^没有“boss”这个角色。可以用的角色：.*editor（编辑）.*owner（管理员）/,
    ) as string,
  });
  const database = new DatabaseSync(`${other.folder}/data/accounts.sqlite`);
  database.exec("UPDATE user SET role = 'boss' WHERE username = 'li'");
  database.close();
  expect((await cli('list')).stdout).toBe('zhang\t张敏\t管理员\nli\t李强\t未知角色“boss”（没有任何权限）\n');
  await expect(cli('help')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/ add <用户名> <姓名> \[editor\|.*owner.*\] /) as string,
  });
  await other.cleanUp();
});
