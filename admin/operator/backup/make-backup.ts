import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isUsableSecret } from '../../server/accounts/secret.ts';
import { writeFileAtomically } from '../../server/atomic-write.ts';
import { mainRef } from '../../server/git/repository.ts';
import { damageIn } from '../../server/health/accounts-health.ts';
import { gitVersion } from '../../server/health/git-version.ts';
import type { Settings } from '../../server/settings.ts';
import { OperatorError } from '../operator-error.ts';
import { makingFolder, nameBackup, prepareBackupFolder, pruneBackups } from './kept-backups.ts';
import {
  accountsName,
  bundleName,
  checksumOf,
  emptyManifest,
  manifestName,
  secretName,
  writtenManifest,
} from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { refSnapshot } from './ref-snapshot.ts';
import { writeBundle } from './store-bundle.ts';

export interface BackupResult {
  folder: string;
  manifest: Manifest;
  bytes: number;
  removed: string[];
}

/** When and where the last backup was made, for the doctor. In the data folder. */
export const lastBackupFile = (data: string): string => path.join(data, 'last-backup.json');

/**
 * Copies the store, the accounts and the key while the server runs. The backup gets its name when everything in it has
 * been written and read back, so there is never half a backup.
 */
export async function makeBackup(
  settings: Settings,
  folder: string,
  options: { keep?: number | undefined; started?: Readonly<Record<string, string | undefined>> } = {},
): Promise<BackupResult> {
  const { data, repository } = settings;
  if (!existsSync(path.join(repository, 'HEAD'))) {
    throw new OperatorError(
      `There is no store in ${data}; set HUB_DATA to the data folder of the hub.`,
      `${data} 里没有内容仓库：请用 HUB_DATA 指到平台的数据文件夹。`,
    );
  }
  const place = await prepareBackupFolder(path.resolve(folder), data);
  const making = await makingFolder(place);
  try {
    const manifest = await fill(making, settings, options.started ?? {});
    const name = await nameBackup(place, making, new Date(manifest.madeAt));
    await syncFolder(place);
    const removed =
      options.keep === undefined || manifest.missing.length > 0
        ? []
        : await pruneBackups(place, options.keep);
    const stamp = JSON.stringify({ at: manifest.madeAt, folder: name });
    // The data folder may be read-only, which is a good moment for a backup.
    await writeFileAtomically(lastBackupFile(data), `${stamp}\n`).catch(() => undefined);
    const bytes = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0);
    return { folder: name, manifest, bytes, removed };
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
}

async function fill(
  making: string,
  { repository, accountsFile, secretFile }: Settings,
  started: Readonly<Record<string, string | undefined>>,
): Promise<Manifest> {
  const manifest = emptyManifest();
  manifest.git = await gitVersion(making);
  manifest.settings = settingsToKeep(started);
  // Before the accounts: whoever wrote a text then has an account in the backup, too.
  const { refs, broken } = await refSnapshot(repository);
  if (!refs.has(mainRef)) {
    throw new OperatorError(
      `The store ${repository} has no main branch, so there is no new backup. Run "npm run doctor".`,
      `内容仓库 ${repository} 没有正式内容的分支，这次没有做成备份。请运行 npm run doctor。`,
    );
  }
  manifest.refs = Object.fromEntries(refs);
  manifest.missing = broken;
  const scratch = path.join(making, 'scratch');
  await mkdir(scratch);
  await writeBundle(repository, refs, path.join(making, bundleName), scratch);
  await rm(scratch, { recursive: true });

  if (existsSync(accountsFile))
    manifest.accounts = copyAccounts(accountsFile, path.join(making, accountsName));
  const secret = await readFile(secretFile, 'utf8').catch(() => '');
  if (isUsableSecret(secret)) await copyFile(secretFile, path.join(making, secretName));

  for (const name of await readdir(making)) {
    const file = path.join(making, name);
    await chmod(file, 0o600);
    await syncFile(file);
    manifest.files[name] = { bytes: (await stat(file)).size, sha256: await checksumOf(file) };
  }
  const written = path.join(making, manifestName);
  await writeFile(written, writtenManifest(manifest), { mode: 0o600 });
  await syncFile(written);
  await syncFolder(making);
  return manifest;
}

/** One statement in one transaction: a whole copy, while the server goes on writing. Returns the number of accounts. */
function copyAccounts(from: string, to: string): number {
  const damaged = (reason: string): OperatorError =>
    new OperatorError(
      `The accounts in ${from} are damaged (${reason}), so there is no new backup. Older backups were not touched. Run "npm run doctor".`,
      `账号文件 ${from} 坏了，这次没有做成备份，以前的备份没有动。请运行 npm run doctor。`,
    );
  try {
    const source = new DatabaseSync(from, { readOnly: true, timeout: 10_000 });
    try {
      source.prepare('VACUUM INTO ?').run(to);
    } finally {
      source.close();
    }
    const fault = damageIn(to, 'integrity_check');
    if (fault !== undefined) throw damaged(fault);
    return countPeople(to);
  } catch (error) {
    if (/malformed|not a database|no such (?:table|column)/i.test(String(error)))
      throw damaged(String(error));
    throw error;
  }
}

export function countPeople(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return (database.prepare('SELECT count(*) AS count FROM user').get() as { count: number }).count;
  } finally {
    database.close();
  }
}

/** What the next machine has to be started with. The mirror is left out: its address may hold a password. */
const kept = [
  'SITE_URL',
  'BASE_PATH',
  'SITE_MODE',
  'HOST',
  'PORT',
  'TRUST_PROXY',
  'ALLOWED_HOSTS',
  'OFFLINE',
];
const settingsToKeep = (started: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    kept.flatMap((name) => (started[name] === undefined ? [] : [[name, started[name]] as const])),
  );

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Some network drives cannot do this. */
const syncFolder = (folder: string): Promise<void> => syncFile(folder).catch(() => undefined);
