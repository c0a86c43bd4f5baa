import { lstat, rename, rm, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { writeFileAtomically } from '../atomic-write.ts';
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
 * Makes `live` point to the newest whole release. If there is none, readers keep what is left of the live one, and it is
 * marked so that the start builds anew. Returns what was done, for the log.
 */
export async function repairLive(data: string): Promise<string[]> {
  const live = await currentRelease(data);
  const whole: Release[] = [];
  for (const release of await releases(data)) if (await isWhole(data, release)) whole.push(release);
  if (live && whole.some(({ id }) => id === live.id)) return [];
  const link = path.join(data, 'live');
  const [newest] = whole;
  if (!newest && !(await lstat(link).catch(() => undefined))) return [];
  const lost = `live pointed to ${live?.id ?? 'nothing'}, which is not whole`;

  if (!newest && live) {
    const folder = path.join(data, 'releases', live.id);
    await writeFileAtomically(path.join(folder, 'release.json'), JSON.stringify({ ...live, content: '' }));
    return [lost, 'there is no other, so it stays until the next build'];
  }
  await rm(link, { force: true, recursive: true });
  if (live) await rm(path.join(data, 'releases', live.id), { recursive: true, force: true });
  if (!newest) return [lost];
  const next = path.join(data, 'live.repaired');
  await rm(next, { force: true, recursive: true });
  await symlink(path.join('releases', newest.id), next);
  await rename(next, link);
  return [lost, `live points to ${newest.id} again`];
}
