// What for: checks the content, builds the site with its search index, and replaces the old site in one step.
// How: npm run build   (CONTENT_DIR, OUT_DIR, BASE_PATH, SITE_URL, SITE_MODE=production, OFFLINE=off)
import { spawn } from 'node:child_process';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeElderView } from '../src/elder/write-elder-view.ts';
import { writeHandouts } from '../src/handout/write-handouts.ts';
import { contentFolder, readContentFolder } from '../src/library/content/content-folder.ts';
import { hasChineseFont } from '../src/library/sharing/draw-share-picture.ts';
import { checkSiteContent } from '../src/library/content/site-content.ts';
import type { Data } from '../src/model/collections.ts';
import { formatProblems } from '../src/model/problems.ts';
import { oldAddressesIn } from '../src/model/formerly.ts';
import { cleanPictures } from '../src/media/cleaned-bytes.ts';
import { writeRedirects } from '../src/redirects/write-redirects.ts';
import { buildWorker } from '../src/offline/worker/build-worker.ts';
import { writeManifests } from '../src/offline/manifest/write-manifests.ts';
import { basePath, isLoopback } from '../src/site/base-path.ts';
import { fileSize } from '../src/site/file-size.ts';
import { buildSearchIndex } from '../src/search/build/build-index.ts';
import type { SearchWords } from '../src/search/format/page-catalogue.ts';

const out = path.resolve(process.env['OUT_DIR'] ?? 'dist');
// Built in a folder next to the target and then renamed: a failed build leaves the old site unchanged.
const fresh = `${out}.new`;

try {
  process.exitCode = await build();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await rm(fresh, { recursive: true, force: true });
}

async function build(): Promise<number> {
  say('Checking the content · 正在检查内容');
  const { entries, problems } = checkSiteContent(await readContentFolder(contentFolder()));
  if (problems.length > 0) {
    process.stdout.write(formatProblems(problems));
    return 1;
  }
  say(
    `Building the pages of ${String(entries.length)} entries · 正在生成 ${String(entries.length)} 篇内容的页面`,
  );
  const site = process.env['SITE_URL'];
  if (site !== undefined && !isLoopback(site) && !(await hasChineseFont())) {
    say('No Chinese font was found, so share pictures are left out · 没有中文字体，分享图片这次不生成');
  }
  await rm(fresh, { recursive: true, force: true });
  await mkdir(path.dirname(out), { recursive: true });
  const code = await astroBuild();
  if (code !== 0) return code;
  await cleanPictures(path.join(fresh, '_astro'));

  say('Writing the elder view · 正在生成长辈版');
  await writeElderView(fresh);

  say('Writing the single-file handouts · 正在生成单文件讲义');
  for (const { name, bytes } of await writeHandouts(fresh)) say(`  ${name} ${fileSize(bytes)}`);

  say('Listing what works without network · 正在准备断网可用的部分');
  const offline = { base: basePath(), on: process.env['OFFLINE'] !== 'off' };
  await writeManifests(fresh, offline, entries);
  await buildWorker(fresh, offline);

  const moved = entries.map(({ address, data }) => ({ address, formerly: oldAddressesIn(data) }));
  await writeRedirects(fresh, moved);

  say('Building the search index · 正在建立搜索索引');
  const settings = entries.find((entry) => entry.collection === 'site')?.data as Data<'site'> | undefined;
  await buildSearchIndex(
    fresh,
    entries.filter((entry) => entry.collection !== 'site').length,
    searchWords(settings),
  );

  const old = `${out}.old`;
  await rm(old, { recursive: true, force: true });
  await rename(out, old).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  });
  await rename(fresh, out);
  await rm(old, { recursive: true, force: true });
  say(`Done: ${out} · 已生成`);
  return 0;
}

/** The editors' search settings. Synonyms are separated by 、. */
function searchWords(settings: Data<'site'> | undefined): SearchWords {
  return {
    synonyms: (settings?.synonyms ?? []).map(({ words }) =>
      words.split(/[、，,]/).map((word) => word.trim()),
    ),
    pins: (settings?.pins ?? []).map(({ word, page }) => ({ word, address: page })),
  };
}

function astroBuild(): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...productionEnvironment(), OUT_DIR: fresh, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

/**
 * The environment without Vite's variables. Astro reads `import.meta.env.PROD` from them, so a shell or test runner that
 * sets one would get development pages, which have no elder view.
 */
function productionEnvironment(): NodeJS.ProcessEnv {
  const { DEV: _dev, PROD: _prod, MODE: _mode, SSR: _ssr, BASE_URL: _base, ...rest } = process.env;
  return { ...rest, NODE_ENV: 'production' };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
