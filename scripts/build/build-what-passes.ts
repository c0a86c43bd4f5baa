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
  const fresh = await readContentFolder(folders.content);
  let entries: readonly SiteEntry[] = [];
  const check = (some: ContentFiles): readonly Problem[] => {
    const checked = checkSiteContent(some);
    entries = checked.entries;
    return checked.problems;
  };
  const buildFrom = async (content: string): Promise<Fault[]> => {
    steps.sayPages(entries.length);
    const failed = await steps.pages(content);
    return failed.length > 0 ? failed : steps.finish(entries);
  };
  const isWrong = check(fresh).length > 0;
  let faults = isWrong ? [] : await buildFrom(folders.content);
  if (!isWrong && faults.length === 0) return { report: { count: 0, entries: [] } };

  // Only now: nearly always, everything can be built, and the published content need not be read.
  const published = folders.published === undefined ? noFiles : await readContentFolder(folders.published);
  const files = { fresh, published };
  const places = { fresh: folders.content, published: folders.published ?? '' };
  const selection = new EntrySelection(files, await changedEntries(files, places));
  const trial: Trial = async (version) => {
    if (leaveOutProblems(version, check).length > 0) return false;
    steps.sayPages(entries.length);
    return (await steps.pages(await writeTaken(version, folders))).length === 0;
  };

  for (let builds = isWrong ? 0 : 1; builds < mostBuilds; builds++) {
    for (const { message } of faults.slice(0, 20)) steps.say(`  ${message}`);
    if (faults.length > 0 && !leaveFaulty(selection, faults, folders)) {
      // No entry is named: a list, a statistic or the home page fails.
      const found = await guiltyChange(selection, mostBuilds - builds, trial, steps);
      if (found.entry === undefined) return { faults };
      builds += found.builds;
      selection.leave(found.entry, { kind: 'page', detail: detailOf(faults) });
    }
    const problems = leaveOutProblems(selection, check);
    if (problems.length > 0) return { problems };
    if (tooManyVanish(selection)) return { faults };
    faults = await buildFrom(await writeTaken(selection, folders));
    if (faults.length === 0) return { report: leftOutReport(selection, [fresh, published]) };
  }
  return { faults: [{ message: `The site was not built after ${String(mostBuilds)} attempts.` }] };
}

/** Whether a version can be built. */
type Trial = (version: EntrySelection) => Promise<boolean>;

/** Halves the changes, and keeps the half with which the pages fail, until one is left. */
async function guiltyChange(
  selection: EntrySelection,
  mostTrials: number,
  trial: Trial,
  { say }: Steps,
): Promise<{ entry: string | undefined; builds: number }> {
  const changes = selection.changes;
  let suspects = changes;
  let builds = 0;
  for (; suspects.length > 1 && builds < mostTrials; builds++) {
    say(`Looking for the reason among ${String(suspects.length)} entries · 正在查找是哪一篇`);
    const half = suspects.slice(0, Math.ceil(suspects.length / 2));
    const version = selection.copy();
    for (const each of changes) if (!half.includes(each)) version.leave(each, { kind: 'related' });
    suspects = (await trial(version)) ? suspects.slice(half.length) : half;
  }
  return { entry: suspects[0], builds };
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
