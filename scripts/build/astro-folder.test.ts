import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inOwnFolder } from './astro-folder.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hub-astro-folder-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const builds = path.resolve('.astro', 'builds');

test('a build for a folder outside the project runs inside it, and its result is moved', async () => {
  const out = path.join(folder, 'site');
  let used = '';
  const result = await inOwnFolder(out, async (own) => {
    used = own;
    await mkdir(own, { recursive: true });
    await writeFile(path.join(own, 'index.html'), 'whole');
    return 'done';
  });
  expect(result).toBe('done');
  expect(used).toBe(path.join(builds, String(process.pid)));
  expect(await readFile(path.join(out, 'index.html'), 'utf8')).toBe('whole');
  expect(await readdir(builds)).not.toContain(String(process.pid));
});

test('a build for a folder of the project runs there', async () => {
  const out = path.resolve('dist.new');
  expect(await inOwnFolder(out, (own) => Promise.resolve(own))).toBe(out);
});

test('a failed build leaves nothing, and what a killed one left is removed', async () => {
  // No process has such an id.
  const abandoned = path.join(builds, '999999999');
  await mkdir(abandoned, { recursive: true });
  const out = path.join(folder, 'none');
  const failing = inOwnFolder(out, async (own) => {
    await mkdir(own, { recursive: true });
    throw new Error('The disk is full.');
  });
  await expect(failing).rejects.toThrow('The disk is full.');
  const left = await readdir(builds);
  expect(left).not.toContain('999999999');
  expect(left).not.toContain(String(process.pid));
  expect(await readdir(folder)).not.toContain('none');
});
