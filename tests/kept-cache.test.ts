import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings } from '../admin/server/settings.ts';
import { siteCode } from '../scripts/site-code.mjs';

const root = path.resolve(import.meta.dirname, '..');
const made = [
  'src',
  'public',
  'scripts',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

// A copy of the project with its own rules, the same packages, and a cache that stays.
let copy = '';
beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), 'hub-cache-'));
  for (const name of made) await cp(path.join(root, name), path.join(copy, name), { recursive: true });
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
});
afterAll(() => rm(copy, { recursive: true, force: true }));

/** Astro's data store of all entries, which pages are made from. `sync` is the first half of a build. */
async function stored(): Promise<string> {
  const cache = path.join(copy, 'cache');
  await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'sync'], {
    cwd: copy,
    env: {
      ...process.env,
      CONTENT_DIR: path.join(root, 'content'),
      CACHE_DIR: cache,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  const kept = await readFile(path.join(cache, 'data-store.json'), 'utf8');
  return kept.replaceAll('\\u003C', '<');
}

test('after a rule changes, the cache has no text rendered by the old rule', async () => {
  const before = await stored();
  const paragraphs = before.split('<p>').length;
  expect(paragraphs).toBeGreaterThan(300);
  expect(await stored(), 'nothing changed').toBe(before);

  await appendFile(
    path.join(copy, 'src/markdown/render.ts'),
    `\nmarkdown.renderer.rules['paragraph_open'] = () => '<p class="new">';\n`,
  );
  const after = await stored();
  expect(after.split('<p>').length).toBe(1);
  expect(after.split('<p class=\\"new\\">').length).toBeGreaterThanOrEqual(paragraphs);

  // Texts of feeds and lists are made next to the HTML, which stays the same.
  const rules = path.join(copy, 'src/markdown/render.ts');
  const plain = 'const text = plainText(tokens);';
  const written = await readFile(rules, 'utf8');
  expect(written).toContain(plain);
  await writeFile(rules, written.replace(plain, "const text = plainText(tokens).replaceAll('。', '＠＠');"));
  expect((await stored()).split('＠＠').length).toBeGreaterThan(300);
});

test.each([
  'src/markdown/rules/links.ts',
  'src/model/collections.ts',
  'src/site/base-path.ts',
  'src/library/content/site-content.ts',
  'package-lock.json',
  'astro.config.mjs',
])('a change of %s is another code, for the cache and for the desk', async (name) => {
  const release = () => readSettings({ HUB_PROJECT: copy, HUB_CODE: 'dev' }).code;
  const [code, published] = [siteCode(copy), release()];
  expect(siteCode(copy)).toBe(code);
  await appendFile(path.join(copy, name), '\n');
  expect(siteCode(copy)).not.toBe(code);
  expect(release()).not.toBe(published);
});
