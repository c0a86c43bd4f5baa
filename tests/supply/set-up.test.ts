import { createHash } from 'node:crypto';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');
let packed: string;
let registry: Server;
let address: string;
/** What the registry sends as the package. */
let tarball: Buffer;
let genuine: Buffer;
let folder: string;
let isDown = false;

/** A registry with one package as its maker would publish it, with a script that writes a file when it may. */
beforeAll(async () => {
  packed = await mkdtemp(path.join(tmpdir(), 'hub-packed-'));
  const scripts = { preinstall: 'echo ran > ran.txt', postinstall: 'echo ran > ran.txt' };
  const about = { name: 'a', version: '1.0.0', scripts };
  await writeFile(path.join(packed, 'package.json'), JSON.stringify(about));
  await writeFile(path.join(packed, 'index.js'), '// a\n');
  await run('npm', ['pack', '--ignore-scripts'], { cwd: packed });
  genuine = await readFile(path.join(packed, 'a-1.0.0.tgz'));
  registry = createServer(({ url = '', socket }, response) => {
    if (isDown) return socket.destroy();
    if (url.endsWith('.tgz')) return response.end(tarball);
    const dist = { tarball: `${address}/a/-/a-1.0.0.tgz`, integrity: integrityOf(genuine) };
    const document = {
      name: 'a',
      'dist-tags': { latest: '1.0.0' },
      versions: { '1.0.0': { ...about, dist } },
    };
    return response.setHeader('content-type', 'application/json').end(JSON.stringify(document));
  });
  registry.listen(0, '127.0.0.1');
  await once(registry, 'listening');
  address = `http://127.0.0.1:${String((registry.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  registry.close();
  await rm(packed, { recursive: true, force: true });
});
const integrityOf = (bytes: Buffer): string =>
  `sha512-${createHash('sha512').update(bytes).digest('base64')}`;

/** A project with our scripts and the package in its lock. */
beforeEach(async () => {
  tarball = genuine;
  isDown = false;
  folder = await mkdtemp(path.join(tmpdir(), 'hub-set-up-'));
  await mkdir(at('scripts'));
  for (const name of ['set-up.mjs', 'install-packages.mjs'])
    await cp(path.join(root, 'scripts', name), at(`scripts/${name}`));
  // npm is told that the scripts are allowed, so that only we keep it from running them.
  const project = { name: 'p', version: '1.0.0', dependencies: { a: '1.0.0' }, allowScripts: { a: true } };
  const entry = { version: '1.0.0', integrity: integrityOf(genuine), hasInstallScript: true };
  const lock = { ...project, lockfileVersion: 3, packages: { '': project, 'node_modules/a': entry } };
  await writeFile(at('package.json'), JSON.stringify(project));
  await writeFile(at('package-lock.json'), JSON.stringify(lock));
  await writeFile(at('.npmrc'), `registry=${address}/\nfetch-retries=0\n`);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);
const driver = `import('./scripts/set-up.mjs').then((m) => m.setUp()).then(() => console.log('ready'), (error) => { console.log(error.message); process.exitCode = 1; });`;

/** What the set-up says. */
async function setUp(): Promise<string> {
  // Settings of the npm that runs this test must not count.
  const own = Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_config_'));
  const child = spawn(process.execPath, ['-e', driver], {
    cwd: folder,
    env: { ...Object.fromEntries(own), npm_config_cache: at('cache') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'close');
  return said;
}
const installs = (said: string): boolean => said.includes('Installing packages');

test('installs without scripts of packages, and only once', async () => {
  expect(await setUp()).toMatch(/Installing packages[^]*ready/);
  expect(await readFile(at('node_modules/a/index.js'), 'utf8')).toBe('// a\n');
  expect(existsSync(at('node_modules/a/ran.txt'))).toBe(false);
  expect(existsSync(at('.set-up'))).toBe(false);
  expect(existsSync(at('.set-up.lock'))).toBe(false);
  expect(installs(await setUp())).toBe(false);
});

test('repairs what was deleted, cut off or never finished', async () => {
  await setUp();
  for (const damage of [
    () => rm(at('node_modules/a'), { recursive: true }),
    () => truncate(at('node_modules/a/package.json'), 0),
    () => truncate(at('node_modules/.package-lock.json'), 30),
    () => rm(at('node_modules/.set-up')),
  ]) {
    await damage();
    expect(await setUp()).toMatch(/Installing packages[^]*ready/);
    expect(readFileSync(at('node_modules/a/package.json'), 'utf8')).toContain('"a"');
  }
});

test('keeps the packages that are there when new ones cannot be had, or are not those of the lock', async () => {
  await setUp();
  const again = async (): Promise<string> => {
    await rm(at('cache'), { recursive: true });

    await rm(at('node_modules/.set-up'), { force: true });
    return setUp();
  };
  await writeFile(path.join(packed, 'index.js'), '// something else\n');
  await run('npm', ['pack', '--ignore-scripts'], { cwd: packed });
  tarball = await readFile(path.join(packed, 'a-1.0.0.tgz'));
  expect(await again()).toMatch(/EINTEGRITY[^]*对不上，没有安装/);
  expect(await readFile(at('node_modules/a/index.js'), 'utf8')).toBe('// a\n');
  isDown = true;
  expect(await again()).toMatch(/连不上软件源，什么也没有改动/);
  expect(await readFile(at('node_modules/a/index.js'), 'utf8')).toBe('// a\n');
  expect(existsSync(at('.set-up'))).toBe(false);
});

test('needs no network for packages that were downloaded before', async () => {
  await setUp();
  await rm(at('node_modules'), { recursive: true });
  isDown = true;
  expect(await setUp()).toContain('ready');
});

test('two at the same time: one installs, the other waits for it', async () => {
  const said = await Promise.all([setUp(), setUp(), setUp()]);
  expect(said.filter(installs)).toHaveLength(1);
  expect(said.filter((each) => each.includes('waiting for it'))).toHaveLength(2);
  expect(said.every((each) => each.includes('ready'))).toBe(true);
});

test('a set-up that was killed holds up nobody, even if its number is used again', async () => {
  const ended = spawn(process.execPath, ['-e', '']);
  await once(ended, 'exit');
  await writeFile(at('.set-up.lock'), String(ended.pid));
  expect(await setUp()).toContain('ready');
  await rm(at('node_modules'), { recursive: true });
  await writeFile(at('.set-up.lock'), String(process.pid));
  const before = new Date(Date.now() - 10 * 60_000);
  await utimes(at('.set-up.lock'), before, before);
  await mkdir(at('.set-up/node_modules/half'), { recursive: true });
  expect(await setUp()).toContain('ready');
  expect(existsSync(at('node_modules/half'))).toBe(false);
});
