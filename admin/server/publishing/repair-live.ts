import { lstat, rename, rm, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { countFiles, currentRelease, releases, siteFolder } from './releases.ts';
import type { Release } from './releases.ts';

/** A release whose files are all there: its home page exists, and nothing was lost since it went live. */
export async function isWhole(data: string, release: Release): Promise<boolean> {
  const site = siteFolder(data, release.id);
  const home = await stat(path.join(site, 'index.html')).catch(() => undefined);
  if (!home?.isFile() || home.size === 0) return false;
  return release.files === undefined || (await countFiles(site)) >= release.files;
}

/**
 * Makes `live` point to the newest whole release, and removes the others that are not whole. Returns what was done, for
 * the log. Without a whole release, the start builds one.
 */
export async function repairLive(data: string): Promise<string[]> {
  const done: string[] = [];
  const live = await currentRelease(data);
  const all = await releases(data);
  const whole: Release[] = [];
  for (const release of all) if (await isWhole(data, release)) whole.push(release);
  if (live && whole.some(({ id }) => id === live.id)) return done;
  const link = path.join(data, 'live');
  if (await lstat(link).catch(() => undefined)) {
    done.push(`live pointed to ${live?.id ?? 'nothing'}, which is not whole`);
    await rm(link, { force: true, recursive: true });
  }
  if (live) await rm(path.join(data, 'releases', live.id), { recursive: true, force: true });
  const [newest] = whole;
  if (newest) {
    const next = path.join(data, 'live.repaired');
    await rm(next, { force: true, recursive: true });
    await symlink(path.join('releases', newest.id), next);
    await rename(next, link);
    done.push(`live points to ${newest.id} again`);
  }
  return done;
}
