import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeElderView } from './write-elder-view.ts';

const page =
  '<!DOCTYPE html><html lang="zh-CN"><head><title>首页</title></head><body><header class="site-head">' +
  '<a class="view-link" href="/elder/" data-view-link>长辈版</a><nav class="site-nav"></nav></header>' +
  '<main><h1>首页</h1></main></body></html>';

test('joins all parts of the style sheet into one file, and links it from each page', async () => {
  const site = await mkdtemp(path.join(tmpdir(), 'hub-elder-'));
  try {
    await writeFile(path.join(site, 'index.html'), page);
    expect((await writeElderView(site)).pages).toBe(1);
    const sheet = (await readdir(path.join(site, '_astro'))).find((name) => name.endsWith('.css')) ?? '';
    expect(await readFile(path.join(site, 'elder/index.html'), 'utf8')).toContain(`_astro/${sheet}`);
    const written = await readFile(path.join(site, '_astro', sheet), 'utf8');
    const styles = path.join(import.meta.dirname, 'styles');
    for (const name of await readdir(styles))
      expect(written).toContain(await readFile(path.join(styles, name), 'utf8'));
    // The values come first: the rules after them may override them.
    expect(written.indexOf('--base: max(20px')).toBeLessThan(written.indexOf('@media (forced-colors'));
  } finally {
    await rm(site, { recursive: true, force: true });
  }
});
