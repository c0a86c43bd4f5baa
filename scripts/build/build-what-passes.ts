import { copyFile, link, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fewAtATime } from '../../src/disk/few-at-a-time.ts';
import { readContentFolder } from '../../src/library/content/content-folder.ts';
import { checkSiteContent } from '../../src/library/content/site-content.ts';
import type { SiteEntry } from '../../src/library/content/site-content.ts';
import type { ContentFiles } from '../../src/model/check/content-files.ts';
import type { LeftOutReport } from '../../admin/shared/left-out.ts';
import type { Problem } from '../../src/model/problems.ts';
import { changedEntries } from './changed-entries.ts';
import { EntrySelection } from './entry-selection.ts';
import { leftOutReport } from './left-out-report.ts';
import type { Fault } from './page-faults.ts';
import { leaveOutProblems, leaveRelated, tooManyVanish } from './passing-selection.ts';

export interface Folders {
  /** The content to publish. It is not changed. */
  content: string;
  /** The content of the release that readers have, if there is one. */
  published: string | undefined;
  /** A folder for the content that was taken, if it is not all of it. */
  taken: string;
}

export interface Steps {
  /** Builds the pages of a content folder, and returns those that failed. */
  pages(content: string): Promise<Fault[]>;
  /** Makes everything else from the pages of these entries. */
  finish(entries: readonly SiteEntry[]): Promise<Fault[]>;
  say(text: string): void;
  sayPages(count: number): void;
}

export type Outcome =
  { report: LeftOutReport } | { problems: readonly Problem[] } | { faults: readonly Fault[] };

/** Each takes as long as a build; one for a page that fails, some more to find out which entry breaks a list. */
const mostBuilds = 16;

/**
 * Builds a site of everything that passes the check and can be built. What cannot is shown as it was last published, or
 * left out. If no entry is to blame for a failure, for example of a list, the changes since the last release are halved
 * until one is left.
 */
export async function buildWhatPasses(folders: Folders, steps: Steps): Promise<Outcome> {
  const files = {
    fresh: await readContentFolder(folders.content),
    published: folders.published === undefined ? noFiles : await readContentFolder(folders.published),
  };
  const changed = await changedEntries(files, { fresh: folders.content, published: folders.published ?? '' });
  const selection = new EntrySelection(files, changed);
  let entries: readonly SiteEntry[] = [];
  const check = (some: ContentFiles): readonly Problem[] => {
    const checked = checkSiteContent(some);
    entries = checked.entries;
    return checked.problems;
  };
  const build = async (version: EntrySelection): Promise<Fault[] | Problem[]> => {
    const problems = leaveOutProblems(version, check);
    if (problems.length > 0) return [...problems];
    steps.sayPages(entries.length);
    return steps.pages(version.isWhole ? folders.content : await writeTaken(version, folders));
  };

  for (let builds = 0; builds < mostBuilds; builds++) {
    const found = await build(selection);
    if (found.some(isProblem)) return { problems: found.filter(isProblem) };
    const failed = found as Fault[];
    const faults = failed.length > 0 ? failed : await steps.finish(entries);
    if (faults.length === 0) return { report: leftOutReport(selection, [files.fresh, files.published]) };
    for (const { message } of faults.slice(0, 20)) steps.say(`  ${message}`);
    if (leaveFaulty(selection, faults, folders)) {
      if (tooManyVanish(selection)) return { faults };
      continue;
    }
    // No entry is named: a list, a statistic or the home page fails.
    let suspects = selection.changes;
    if (suspects.length === 0) return { faults };
    while (suspects.length > 1 && builds < mostBuilds) {
      const half = suspects.slice(0, Math.ceil(suspects.length / 2));
      steps.say(`Looking for the reason among ${String(suspects.length)} entries · 正在查找是哪一篇`);
      const trial = selection.copy();
      for (const each of selection.changes) if (!half.includes(each)) trial.leave(each, { kind: 'related' });
      builds++;
      suspects = (await build(trial)).length > 0 ? half : suspects.slice(half.length);
    }
    for (const each of suspects) selection.leave(each, { kind: 'page', detail: detailOf(faults) });
  }
  return { faults: [{ message: `The site was not built after ${String(mostBuilds)} attempts.` }] };
}

/** Leaves out the entries that faults name. False if they name none, or none that can be left out. */
function leaveFaulty(selection: EntrySelection, faults: readonly Fault[], folders: Folders): boolean {
  const byEntry = Map.groupBy(faults, (fault) => entriesOf(selection, fault, folders)[0]);
  byEntry.delete(undefined);
  const left = [...byEntry].map(([entry, own]) => {
    // Its page may show what somebody changed elsewhere.
    if (!selection.isChange(entry!) && leaveRelated(selection, [entry!])) return true;
    return selection.leave(entry!, { kind: 'page', detail: detailOf(own) });
  });
  return left.some(Boolean);
}

const detailOf = (faults: readonly Fault[]): string =>
  faults
    .slice(0, 3)
    .map(({ message }) => message)
    .join('\n')
    .slice(0, 1000);

/** The entry at an address, or the one whose file an error of Astro names. Changed entries first. */
function entriesOf(selection: EntrySelection, { address, message }: Fault, folders: Folders): string[] {
  if (address !== undefined) {
    const entry = selection.entryAt(address);
    return entry === undefined ? [] : [entry];
  }
  const below = [folders.content, folders.taken].flatMap((folder) =>
    message
      .split(`${folder}/`)
      .slice(1)
      .flatMap((rest) => selection.entryOfFile(rest.split(/[\n"'?:]/, 1)[0] ?? '') ?? []),
  );
  // Astro names a picture after its file, with a hash behind it.
  const pictures = [...message.matchAll(/\/_astro\/([^/\n]+)\.[\w-]{8}(?:_[\w-]+)?\.\w+/g)].flatMap(
    ([, stem = '']) => selection.entriesWithPicture(stem),
  );
  return [...below, ...pictures].sort(
    (a, b) => Number(selection.isChange(b)) - Number(selection.isChange(a)),
  );
}

const isProblem = (found: Fault | Problem): found is Problem => 'file' in found;

const noFiles: ContentFiles = { texts: new Map(), paths: new Set() };

/** Writes the files of a version into a folder: as links to the same files where the disk allows it. */
async function writeTaken(version: EntrySelection, { content, published, taken }: Folders): Promise<string> {
  const making = `${taken}.new`;
  await rm(making, { recursive: true, force: true });
  await fewAtATime([...version.sources()], async ({ from, path: name }) => {
    const source = path.join(from === 'fresh' ? content : (published ?? ''), name);
    const target = path.join(making, name);
    await mkdir(path.dirname(target), { recursive: true });
    await link(source, target).catch(() => copyFile(source, target));
  });
  await rm(taken, { recursive: true, force: true });
  await rename(making, taken);
  return taken;
}
