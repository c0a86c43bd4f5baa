// What for: reads and writes thousands of files as a build does; the test starts it with few files allowed.
// How: node tests/support/open-many-files.ts <folder> <number of pages>
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeElderView } from '../../src/elder/write-elder-view.ts';
import { readContentFolder } from '../../src/library/content/content-folder.ts';
import { writeManifests } from '../../src/offline/manifest/write-manifests.ts';
import { writeRedirects } from '../../src/redirects/write-redirects.ts';
import { buildSearchIndex } from '../../src/search/build/build-index.ts';
import { changedEntries } from '../../scripts/build/changed-entries.ts';

const [folder = '', count = '0'] = process.argv.slice(2);
const names = Array.from({ length: Number(count) }, (_, index) => `notices/2026/n-${String(index)}`);
const site = path.join(folder, 'site');

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

const page = (title: string): string =>
  `<html><head><title>${title}</title></head><body><header class="site-head"><nav class="site-nav"></nav><a data-view-link href="/">长辈版</a></header>
<main data-pagefind-body><h1>${title}</h1><p>文。</p></main></body></html>`;

for (const name of names) {
  await write(path.join(folder, 'content', name, 'index.md'), '---\ntitle: 一\n---\n\n文。\n');
  await write(path.join(folder, 'content', name, '表.csv'), 'a\n1\n');
  await write(path.join(site, name, 'index.html'), page(name));
}
const steps = names.map((name) => ({ material: path.basename(name) }));
const materials = names.map((name) => ({
  collection: 'materials' as const,
  data: { slug: path.basename(name) },
}));
for (const name of names)
  await write(path.join(site, 'materials', path.basename(name), 'index.html'), page(name));
for (const name of ['my-study', 'offline', 'paths/p'])
  await write(path.join(site, name, 'index.html'), page(name));

const content = await readContentFolder(path.join(folder, 'content'));
const both = { fresh: content, published: content };
const place = path.join(folder, 'content');
const changed = await changedEntries(both, { fresh: place, published: place });
const { pages } = await writeElderView(site);
await writeManifests(site, { base: '/', on: true }, [
  { collection: 'paths', data: { slug: 'p', title: '路', steps } },
  ...materials,
]);
const moved = names.map((name, index) => ({
  address: `/${name}/`,
  formerly: [`/notices/2025/n-${String(index)}/`],
}));
const redirects = await writeRedirects(site, moved);
await buildSearchIndex(
  site,
  names.map((name) => `/${name}/`),
);
process.stdout.write(JSON.stringify({ texts: content.texts.size, changed: changed.size, pages, redirects }));
