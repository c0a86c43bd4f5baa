import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rename, rm, rmdir, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lockData, restoringFile } from '../../server/data-lock.ts';
import { GitFailure } from '../../server/git/run-git.ts';
import { damageIn } from '../../server/health/accounts-health.ts';
import { OperatorError } from '../operator-error.ts';
import { backupName, findBackup } from './kept-backups.ts';
import { accountsName, bundleName, damagedBackup, readWholeBackup, secretName } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { countPeople } from './make-backup.ts';
import { readBundle } from './store-bundle.ts';

const storeName = 'store.git';
const staging = '.restoring-';
/** What a restore replaces. Releases stay, so readers keep a site until the next build. */
const replaced = [
  storeName,
  accountsName,
  `${accountsName}-wal`,
  `${accountsName}-shm`,
  secretName,
  'publishing.json',
  'mirror.json',
  'first-run',
];

export interface RestoreResult {
  backup: string;
  manifest: Manifest;
  /** Where the former data are, if there were any. */
  aside: string | undefined;
}

/**
 * Makes a data folder from a backup. Everything is written beside and checked before the first file of the data folder
 * moves; a refused or failed restore leaves the folder as it was.
 */
export async function restoreBackup(
  given: string,
  data: string,
  options: { replace?: boolean | undefined } = {},
): Promise<RestoreResult> {
  const backup = await findBackup(path.resolve(given));
  const manifest = await readWholeBackup(backup);
  const wasThere = existsSync(data);
  await mkdir(data, { recursive: true, mode: 0o700 });
  const lock = lockData(data);
  if (!lock) {
    throw new OperatorError(
      `A server uses ${data}; stop it first, then restore.`,
      `平台正在使用 ${data}：请先停掉它，再恢复备份。`,
    );
  }
  let left = true;
  try {
    const used = replaced.filter((name) => existsSync(path.join(data, name)));
    if (used.length > 0 && options.replace !== true && !existsSync(restoringFile(data))) {
      throw new OperatorError(
        `${data} already holds a hub; with --replace its data are moved aside and the backup takes their place.`,
        `${data} 里已经有平台的数据：加上 --replace，会先把它们挪到一边，再放进备份。`,
      );
    }
    for (const name of await readdir(data))
      if (name.startsWith(staging)) await rm(path.join(data, name), { recursive: true });
    const beside = path.join(data, `${staging}${String(process.pid)}`);
    try {
      await assertSpace(data, manifest);
      await mkdir(beside, { mode: 0o700 });
      await unpack(backup, manifest, beside);
      const aside = await exchange(data, beside, used);
      left = false;
      return { backup, manifest, aside };
    } finally {
      await rm(beside, { recursive: true, force: true });
    }
  } finally {
    lock.release();
    if (left && !wasThere) {
      await rm(path.join(data, 'lock.sqlite'), { force: true });
      await rmdir(data).catch(() => undefined);
    }
  }
}

async function unpack(backup: string, manifest: Manifest, beside: string): Promise<void> {
  const refs = new Map(Object.entries(manifest.refs));
  try {
    await readBundle(path.join(backup, bundleName), refs, path.join(beside, storeName));
  } catch (error) {
    if (error instanceof GitFailure && /No space left/i.test(error.stderr)) throw error;
    if (error instanceof GitFailure) throw damagedBackup(backup, bundleName);
    throw error;
  }
  for (const name of [accountsName, secretName]) {
    if (!(name in manifest.files)) continue;
    await copyFile(path.join(backup, name), path.join(beside, name));
    await chmod(path.join(beside, name), 0o600);
  }
  const accounts = path.join(beside, accountsName);
  if (!existsSync(accounts)) return;
  if (damageIn(accounts, 'integrity_check') !== undefined || countPeople(accounts) !== manifest.accounts)
    throw damagedBackup(backup, accountsName);
}

/** Only renames. The server refuses to start on a folder where they were interrupted. */
async function exchange(data: string, beside: string, used: readonly string[]): Promise<string | undefined> {
  await writeFile(restoringFile(data), '');
  let aside: string | undefined;
  if (used.length > 0) {
    aside = path.join(data, `before-restore-${backupName(new Date()).slice('gongjian-hub-'.length)}`);
    while (existsSync(aside)) aside += '-2';
    await mkdir(aside, { mode: 0o700 });
    for (const name of used) await rename(path.join(data, name), path.join(aside, name));
  }
  // The store last: with it, the folder is a hub again.
  for (const name of [secretName, accountsName, storeName]) {
    const ready = path.join(beside, name);
    if (existsSync(ready)) await rename(ready, path.join(data, name));
  }
  await rm(restoringFile(data));
  return aside;
}

/** A pack and its index, and the accounts. */
async function assertSpace(data: string, { files }: Manifest): Promise<void> {
  const { bavail, bsize } = await statfs(data);
  const needed = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0) * 1.2 + 10_000_000;
  if (bavail * bsize >= needed) return;
  const megabytes = String(Math.ceil(needed / 1e6));
  throw new OperatorError(
    `${data} needs ${megabytes} MB of free space for this backup; make room first.`,
    `恢复这份备份要 ${megabytes} MB 空间，${data} 所在的磁盘不够：请先腾出空间。`,
  );
}
