import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeElderView } from '../../src/elder/write-elder-view.ts';
import { writeHandouts } from '../../src/handout/write-handouts.ts';
import { isPageFault } from '../../src/html/page-fault.ts';
import { cleanPictures } from '../../src/media/cleaned-bytes.ts';
import type { SiteEntry } from '../../src/library/content/site-content.ts';
import type { Data } from '../../src/model/collections.ts';
import { oldAddressesIn } from '../../src/model/formerly.ts';
import { writeManifests } from '../../src/offline/manifest/write-manifests.ts';
import { buildWorker } from '../../src/offline/worker/build-worker.ts';
import { writeRedirects } from '../../src/redirects/write-redirects.ts';
import { buildSearchIndex } from '../../src/search/build/build-index.ts';
import type { SearchWords } from '../../src/search/format/page-catalogue.ts';
import { basePath } from '../../src/site/base-path.ts';
import { fileSize } from '../../src/site/file-size.ts';
import { inOwnFolder } from './astro-folder.ts';
import type { Fault } from './page-faults.ts';

/** A failure that no entry is to blame for: the disk is full, the memory is used up, the build was killed. */
export class BuildStopped extends Error {}

/**
 * Astro's pages of a content folder. With `goOn`, pages that fail are missing and reported; otherwise Astro stops at the
 * first. Throws if the content cannot be the reason.
 */
export async function buildPages(content: string, out: string, goOn: boolean): Promise<Fault[]> {
  const faults = `${out}.faults`;
  await rm(faults, { force: true });
  await rm(out, { recursive: true, force: true });
  const { code, signal, output } = await inOwnFolder(out, (folder) =>
    runAstro({
      CONTENT_DIR: content,
      OUT_DIR: folder,
      ASTRO_TELEMETRY_DISABLED: '1',
      ...(goOn ? { PAGE_FAULTS: faults } : {}),
    }),
  );
  const lines = (await readFile(faults, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
  await rm(faults, { force: true });
  const found = lines.map((line) => JSON.parse(line) as Fault);
  if (code === 0 || found.length > 0) return found;
  const message = output.trim().split('\n').slice(-12).join('\n');
  // 134 and 137: no memory, or killed.
  if (
    signal !== null ||
    code === 134 ||
    code === 137 ||
    /\b(?:ENOSPC|EMFILE|ENFILE|ENOMEM|EROFS|EACCES)\b/.test(output)
  ) {
    throw new BuildStopped(message);
  }
  return [{ message }];
}

const longestOutput = 100_000;

function runAstro(
  env: Record<string, string>,
): Promise<{ code: number | null; signal: NodeJS.Signals | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
      stdio: ['ignore', 'inherit', 'pipe'],
      env: { ...productionEnvironment(), ...env },
    });
    let output = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      process.stderr.write(chunk);
      output = (output + chunk).slice(-longestOutput);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, signal, output });
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

/** Everything that is made from Astro's pages. Returns the pages at fault, if an entry is to blame. */
export async function finishPages(
  out: string,
  entries: readonly SiteEntry[],
  say: (text: string) => void,
): Promise<Fault[]> {
  try {
    await writeFromPages(out, entries, say);
    return [];
  } catch (error) {
    const faults = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
    if (!faults.every(isPageFault) || faults.some(({ cause }) => isTrouble(cause))) throw error;
    return faults.map(({ address, message }) => ({ address, message: `${address}: ${message}` }));
  }
}

/** An error of the system, such as a full disk. A missing file may be the fault of a page. */
const isTrouble = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  !['ENOENT', 'EISDIR', 'ENOTDIR', 'EEXIST'].includes(String(error.code));

async function writeFromPages(
  out: string,
  entries: readonly SiteEntry[],
  say: (text: string) => void,
): Promise<void> {
  await cleanPictures(path.join(out, '_astro'));
  say('Writing the elder view · 正在生成长辈版');
  await writeElderView(out);
  say('Writing the single-file handouts · 正在生成单文件讲义');
  for (const { name, bytes } of await writeHandouts(out)) say(`  ${name} ${fileSize(bytes)}`);
  say('Listing what works without network · 正在准备断网可用的部分');
  const offline = { base: basePath(), on: process.env['OFFLINE'] !== 'off' };
  await writeManifests(out, offline, entries);
  await buildWorker(out, offline);
  const moved = entries.map(({ address, data }) => ({ address, formerly: oldAddressesIn(data) }));
  await writeRedirects(out, moved);
  say('Building the search index · 正在建立搜索索引');
  const settings = entries.find(({ collection }) => collection === 'site')?.data as Data<'site'> | undefined;
  const published = entries.filter(({ collection }) => collection !== 'site').map(({ address }) => address);
  await buildSearchIndex(out, published, searchWords(settings));
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
