import { readdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { LeftOutReport } from '../../shared/left-out.ts';
import { writeFileAtomically } from '../atomic-write.ts';

/** One built site. The files are in `site/`; `release.json` is written last. */
export interface Release {
  id: string;
  /** The commit on main that was built. */
  commit: string;
  /** The tree id of content/: same id, same site. */
  content: string;
  /** Hash of the code and settings used for the build. */
  code: string;
  builtAt: string;
  ms: number;
  /** How many files the site has; older releases do not say it. */
  files?: number;
  /** Entries that are not shown as in the commit. Releases before this was known have no such list. */
  leftOut?: LeftOutReport;
}

const kept = 3;
const building = '.building';

/** The folder of an unfinished build. It is renamed when it is complete. */
export const buildingFolder = (data: string, id: string): string =>
  path.join(data, 'releases', `${id}${building}`);
/** The content that the site of a release shows: that of its commit, but for what was left out. */
export const contentOf = (release: string): string => path.join(release, 'content');
export const siteFolder = (data: string, id: string): string => path.join(data, 'releases', id, 'site');

/** Sorts by time, and contains the commit. */
export const releaseId = (now: Date, commit: string): string =>
  `${now
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.(\d+)Z/, '-$1')
    .replace('T', '-')}-${commit.slice(0, 8)}`;

/** The release that is served; undefined before the first. */
export async function currentRelease(data: string): Promise<Release | undefined> {
  const target = await readlink(path.join(data, 'live')).catch(() => undefined);
  return target === undefined ? undefined : readRelease(data, path.basename(target));
}

/** Complete releases, newest first. */
export async function releases(data: string): Promise<Release[]> {
  const names = await readdir(path.join(data, 'releases')).catch(() => []);
  const found = await Promise.all(
    names.filter((name) => !name.endsWith(building)).map((id) => readRelease(data, id)),
  );
  return found.filter((release) => release !== undefined).sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** Renames a finished build and switches the `live` link atomically. */
export async function activateRelease(data: string, release: Release): Promise<void> {
  const making = buildingFolder(data, release.id);
  const written = { ...release, files: await countFiles(path.join(making, 'site')) };
  await writeFileAtomically(path.join(making, 'release.json'), `${JSON.stringify(written, null, 2)}\n`);
  await rename(making, path.join(data, 'releases', release.id));
  const next = path.join(data, `live.${release.id}`);
  await rm(next, { force: true });
  await symlink(path.join('releases', release.id), next);
  await rename(next, path.join(data, 'live'));
}

export async function countFiles(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).length;
}

/** Keeps the newest few: pages opened before the switch still need their pictures and scripts. */
export async function pruneReleases(data: string): Promise<void> {
  const live = await currentRelease(data);
  const old = (await releases(data)).filter(({ id }) => id !== live?.id).slice(kept - 1);
  await Promise.all(
    old.map(({ id }) => rm(path.join(data, 'releases', id), { recursive: true, force: true })),
  );
  // Only the next build needs the content, and only that of the live release.
  const others = (await releases(data)).filter(({ id }) => id !== live?.id);
  await Promise.all(
    others.map(({ id }) =>
      rm(contentOf(path.join(data, 'releases', id)), { recursive: true, force: true, maxRetries: 5 }),
    ),
  );
}

/** Removes unfinished builds after a crash. They were never served. */
export async function clearUnfinishedBuilds(data: string): Promise<number> {
  const whole = new Set((await releases(data)).map(({ id }) => id));
  const names = await readdir(path.join(data, 'releases')).catch(() => []);
  const half = names.filter((name) => !whole.has(name)).map((name) => path.join(data, 'releases', name));
  const links = (await readdir(data))
    .filter((name) => name.startsWith('live.'))
    .map((name) => path.join(data, name));
  const works = (await readdir(path.join(data, 'work')).catch(() => [])).map((name) =>
    path.join(data, 'work', name),
  );
  const left = [...half, ...links, ...works];
  await Promise.all(left.map((each) => rm(each, { recursive: true, force: true, maxRetries: 5 })));
  return left.length;
}

async function readRelease(data: string, id: string): Promise<Release | undefined> {
  try {
    const release = JSON.parse(
      await readFile(path.join(data, 'releases', id, 'release.json'), 'utf8'),
    ) as Release;
    return release.id === id ? release : undefined;
  } catch {
    return undefined;
  }
}
