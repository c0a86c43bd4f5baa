import { mkdir, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '../operator-error.ts';
import { manifestName } from './manifest.ts';

const named = /^gongjian-hub-\d{8}-\d{6}(?:-\d+)?$/;
const making = '.making-';
/** What file systems and network drives put into a folder by themselves. */
const harmless = new Set([
  'lost+found',
  '.DS_Store',
  '.snapshot',
  '@eaDir',
  '#recycle',
  'System Volume Information',
]);

/** `gongjian-hub-20261128-232005`, in Beijing time: sorts by age, and can be read out on the phone. */
export function backupName(now: Date): string {
  const beijing = new Date(now.getTime() + 8 * 3_600_000).toISOString();
  return `gongjian-hub-${beijing.slice(0, 10).replaceAll('-', '')}-${beijing.slice(11, 19).replaceAll(':', '')}`;
}

/** The names of the backups in a folder, newest first. */
export async function keptBackups(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => named.test(name));
  return names.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
}

/** Makes the folder if needed. It holds backups only: old ones are removed from it. */
export async function prepareBackupFolder(folder: string, data: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const place = await realpath(folder);
  const used = await realpath(data);
  if (place === used || place.startsWith(`${used}${path.sep}`)) {
    throw new OperatorError(
      `${folder} is inside the data folder ${data}, and would be lost together with it. Choose another disk or machine.`,
      `${folder} 在数据文件夹 ${data} 里面，会和它一起丢失。请换一个地方，最好是另一块硬盘或另一台机器。`,
    );
  }
  const names = await readdir(place);
  const other = names.filter((name) => !named.test(name) && !name.startsWith(making) && !harmless.has(name));
  if (other.length > 0) {
    throw new OperatorError(
      `${folder} holds other files (${other.slice(0, 3).join(', ')}); give backups a folder of their own.`,
      `${folder} 里有别的文件（${other.slice(0, 3).join('、')}）：请给备份单独用一个文件夹。`,
    );
  }
  return place;
}

/** The folder in which a backup is made, before it gets its name. Removes those of runs that were killed. */
export async function makingFolder(place: string): Promise<string> {
  for (const name of await readdir(place)) {
    if (name.startsWith(making) && !isRunning(Number(name.slice(making.length))))
      await rm(path.join(place, name), { recursive: true, force: true });
  }
  const folder = path.join(place, `${making}${String(process.pid)}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  return folder;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Gives a finished backup its name. */
export async function nameBackup(place: string, folder: string, now: Date): Promise<string> {
  const name = backupName(now);
  for (let number = 1; ; number++) {
    const final = path.join(place, number === 1 ? name : `${name}-${String(number)}`);
    if (await stat(final).catch(() => undefined)) continue;
    await rename(folder, final);
    return final;
  }
}

/** Removes all but the newest; returns their names. */
export async function pruneBackups(place: string, keep: number): Promise<string[]> {
  const old = (await keptBackups(place)).slice(keep);
  for (const name of old) {
    // Under another name first: half a backup must not look like one.
    const leaving = path.join(place, `${making}0-${name}`);
    await rename(path.join(place, name), leaving);
    await rm(leaving, { recursive: true, force: true });
  }
  return old;
}

const ifAbsent =
  <T>(otherwise: T) =>
  (error: unknown): T => {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return otherwise;
    throw error;
  };

/** A backup, or the newest one in a folder of backups. */
export async function findBackup(given: string): Promise<string> {
  if (await stat(path.join(given, manifestName)).catch(ifAbsent(undefined))) return given;
  const [newest] = await keptBackups(given).catch(ifAbsent([]));
  if (newest !== undefined) return path.join(given, newest);
  throw new OperatorError(
    `There is no backup in ${given}; give a folder named gongjian-hub-…, or the one that holds them.`,
    `${given} 里没有备份：请给出名字像 gongjian-hub-… 的文件夹，或放着它们的那个文件夹。`,
  );
}
