/** Another release of the same site: a text, a picture and a style sheet have changed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readContentFolder } from '../../../src/library/content/content-folder.ts';
import { checkSiteContent } from '../../../src/library/content/site-content.ts';
import { buildWorker } from '../../../src/offline/worker/build-worker.ts';
import { writeManifests } from '../../../src/offline/manifest/write-manifests.ts';
import { projectRoot } from '../../hub.ts';

export const wordsOfFirst = '走出两样结果';
export const wordsOfSecond = '走出三样结果';

/** Builds it in its own folder, from a copy of the content. Returns the site's folder. */
export async function buildSecondRelease(folder: string): Promise<string> {
  const content = path.join(folder, 'content');
  const site = path.join(folder, 'site');
  await cp(path.join(projectRoot, 'content'), content, { recursive: true });
  const material = path.join(content, 'materials/xieshang-liubu');
  await change(path.join(material, 'index.md'), (text) => text.replace(wordsOfFirst, wordsOfSecond));
  await change(path.join(material, 'liubu-jieti.svg'), (text) =>
    text.replace('</svg>', '<!-- second --></svg>'),
  );
  await run('scripts/build.ts', {
    CONTENT_DIR: content,
    OUT_DIR: site,
    CACHE_DIR: path.join(folder, 'cache'),
  });
  await restyle(site);
  // The steps after the build run again, because the pages have another style sheet now.
  await writeManifests(
    site,
    { base: '/', on: true },
    checkSiteContent(await readContentFolder(content)).entries,
  );
  await buildWorker(site, { base: '/', on: true });
  return site;
}

/** As with a new version of the program: the sheet changes, and so does its name in every page. */
async function restyle(site: string): Promise<void> {
  const assets = path.join(site, '_astro');
  const sheet = await sheetOfAllPages(site);
  const renamed = sheet.replace(/\.[\w-]{8}\.css$/, '.SECOND00.css');
  await rename(path.join(assets, sheet), path.join(assets, renamed));
  await change(path.join(assets, renamed), (css) => `${css}\n:root{--release:second}\n`);
  for (const name of await readdir(site, { recursive: true }))
    if (name.endsWith('.html'))
      await change(path.join(site, name), (html) => html.replaceAll(sheet, renamed));
}

async function sheetOfAllPages(site: string): Promise<string> {
  const html = await readFile(path.join(site, 'index.html'), 'utf8');
  const [, sheet] = /_astro\/([^"/]+\.css)"/.exec(html) ?? [];
  if (sheet === undefined) throw new Error('The first page has no style sheet.');
  return sheet;
}

async function change(file: string, how: (text: string) => string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = how(text);
  if (changed === text && !file.endsWith('.html')) throw new Error(`Nothing was changed in ${file}.`);
  await writeFile(file, changed);
}

async function run(script: string, env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [script], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`The second release was not built:\n${output}`);
}
