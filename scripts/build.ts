// What for: checks the content, builds the site with its search index, and replaces the old site in one step.
// How: npm run build   (CONTENT_DIR, OUT_DIR, BASE_PATH, SITE_URL, SITE_MODE=production, OFFLINE=off)
//      LEAVE_OUT=on publishes what passes: an entry with problems, or whose page fails, is shown as in PUBLISHED_CONTENT
//      or left out. What was left out is in <OUT_DIR>.report.json, and the content that was taken in TAKEN_CONTENT.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isLoopback } from '../src/site/base-path.ts';
import { contentFolder, readContentFolder } from '../src/library/content/content-folder.ts';
import { hasChineseFont } from '../src/library/sharing/draw-share-picture.ts';
import { checkSiteContent } from '../src/library/content/site-content.ts';
import { formatProblems } from '../src/model/problems.ts';
import { leftOutLines } from './build/left-out-report.ts';
import { buildWhatPasses } from './build/build-what-passes.ts';
import { buildPages, finishPages } from './build/site-steps.ts';

const out = path.resolve(process.env['OUT_DIR'] ?? 'dist');
// Built in a folder next to the target and then renamed: a failed build leaves the old site unchanged.
const fresh = `${out}.new`;
const taken = `${out}.content`;

try {
  process.exitCode = process.env['LEAVE_OUT'] === 'on' ? await buildMost() : await buildAll();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  for (const each of [fresh, taken, `${taken}.new`]) await rm(each, { recursive: true, force: true });
}

/** All of the content, or nothing. */
async function buildAll(): Promise<number> {
  await begin();
  const { entries, problems } = checkSiteContent(await readContentFolder(contentFolder()));
  if (problems.length > 0) {
    process.stdout.write(formatProblems(problems));
    return 1;
  }
  sayPages(entries.length);
  const faults = await buildPages(contentFolder(), fresh, false);
  // Astro has said what is wrong.
  if (faults.length > 0) return 1;
  const unfinished = await finishPages(fresh, entries, say);
  for (const { message } of unfinished) process.stderr.write(`${message}\n`);
  if (unfinished.length > 0) return 1;
  await replaceSite();
  return 0;
}

/** As much of the content as can be shown. */
async function buildMost(): Promise<number> {
  await begin();
  const folders = { content: contentFolder(), published: process.env['PUBLISHED_CONTENT'], taken };
  const outcome = await buildWhatPasses(folders, {
    pages: (content) => buildPages(content, fresh, true),
    finish: (entries) => finishPages(fresh, entries, say),
    say,
    sayPages,
  });
  if ('problems' in outcome) {
    process.stdout.write(formatProblems(outcome.problems));
    return 1;
  }
  if ('faults' in outcome) {
    for (const { message } of outcome.faults.slice(0, 20)) process.stderr.write(`${message}\n`);
    return 1;
  }
  const { report } = outcome;
  await writeFile(`${out}.report.json`, `${JSON.stringify(report, null, 2)}\n`);
  const keep = process.env['TAKEN_CONTENT'];
  if (report.count > 0) {
    for (const line of leftOutLines(report)) say(line);
    if (keep !== undefined) {
      await rm(keep, { recursive: true, force: true });
      await rename(taken, keep);
    }
  }
  await replaceSite();
  return 0;
}

async function begin(): Promise<void> {
  say('Checking the content · 正在检查内容');
  const site = process.env['SITE_URL'];
  if (site !== undefined && !isLoopback(site) && !(await hasChineseFont())) {
    say('No Chinese font was found, so share pictures are left out · 没有中文字体，分享图片这次不生成');
  }
  await rm(fresh, { recursive: true, force: true });
  await mkdir(path.dirname(out), { recursive: true });
}

function sayPages(count: number): void {
  say(`Building the pages of ${String(count)} entries · 正在生成 ${String(count)} 篇内容的页面`);
}

async function replaceSite(): Promise<void> {
  const old = `${out}.old`;
  await rm(old, { recursive: true, force: true });
  await rename(out, old).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  });
  await rename(fresh, out);
  await rm(old, { recursive: true, force: true });
  say(`Done: ${out} · 已生成`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
