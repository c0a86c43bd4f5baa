import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Hono } from 'hono';
import { openAccounts } from './accounts/accounts.ts';
import type { Accounts } from './accounts/accounts.ts';
import { FirstRun } from './accounts/first-run.ts';
import { isUsableSecret, readSecret } from './accounts/secret.ts';
import type { AppEnv } from './app-context.ts';
import { createApp } from './app.ts';
import { lockData, restoringFile } from './data-lock.ts';
import { reconcileDrafts } from './drafts/reconcile-drafts.ts';
import { openStore } from './git/content-store.ts';
import type { Store } from './git/content-store.ts';
import { clearStaleLocks, seedRepository } from './git/seed-repository.ts';
import { assertPeople, assertUsableAccounts, explainAccounts } from './health/accounts-health.ts';
import { assertGit } from './health/git-version.ts';
import { assertUsableStore, isStoreMissing, mendFrame, storeIsGone } from './health/store-health.ts';
import { Mirror } from './mirror/mirror.ts';
import { Publisher } from './publishing/publisher.ts';
import { repairLive } from './publishing/repair-live.ts';
import type { Settings } from './settings.ts';
import { alreadyRunning, StartFailure } from './start-failure.ts';
import { DeskClient } from './workers/desk-client.ts';

export interface OpenDesk {
  app: Hono<AppEnv>;
  store: Store;
  accounts: Accounts;
  publishing: Publisher;
  firstRun: FirstRun;
  mirror: Mirror | undefined;
  close(): Promise<void>;
}

/**
 * Opens everything in the data folder, mends what can be mended without loss, and throws a sentence for the operator
 * about what cannot. Whatever was opened by then is closed.
 */
export async function openDesk(settings: Settings, log: (line: string) => void): Promise<OpenDesk> {
  const { data } = settings;
  await mkdir(data, { recursive: true, mode: 0o700 });
  const lock = lockData(data);
  if (!lock) throw alreadyRunning(data);
  const closing: (() => unknown)[] = [
    () => {
      lock.release();
    },
  ];
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    return await openLocked(settings, log, closing, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function openLocked(
  settings: Settings,
  log: (line: string) => void,
  closing: (() => unknown)[],
  close: () => Promise<void>,
): Promise<OpenDesk> {
  const { data, repository, accountsFile: file } = settings;
  if (await exists(restoringFile(data))) {
    throw new StartFailure(
      `A restore into ${data} was interrupted; run "npm run restore" again with the same backup.`,
      `上次往 ${data} 恢复备份没有做完：请用同一份备份再运行一次 npm run restore。`,
    );
  }
  await assertGit(data);
  await prepareStore(settings, log);
  const cache = path.join(data, 'cache');
  // For the start and for builds; what the desk asks for is done in the desk's thread.
  const store = openStore(repository, { production: settings.production, cache });
  closing.push(() => {
    store.repository.close();
  });
  await assertUsableStore(store);
  const repaired = await reconcileDrafts(store);
  if (repaired > 0) log(`repaired ${String(repaired)} drafts and records`);
  const { unreadable } = await store.records.read();
  if (unreadable.length > 0) log(`records that cannot be read, see npm run doctor: ${unreadable.join(', ')}`);

  assertUsableAccounts(file);
  const usedBefore = await isUsed(data);
  const secretBefore = await readFile(settings.secretFile, 'utf8').catch(() => '');
  const secret = await readSecret(settings.secretFile);
  const { secure, siteUrl } = settings;
  const accounts = await openAccounts({ file, secret, secure, siteUrl }).catch((error: unknown) => {
    throw explainAccounts(file, error);
  });
  closing.push(() => {
    accounts.close();
  });
  assertPeople(file, accounts.list());
  if (!accounts.isEmpty() && !isUsableSecret(secretBefore)) {
    log(
      'a new key was made: everybody has to sign in again · 换了新的密钥：所有人要重新登录，账号和密码不变',
    );
  }
  if (accounts.isEmpty() && usedBefore) {
    log(
      'there are no accounts, although this data folder has been used; "npm run restore" brings them back · 数据文件夹用过，却没有账号：如果账号文件丢了，请先停下，用 npm run restore 恢复备份',
    );
  }

  for (const line of await repairLive(data)) log(line);
  const { project, buildCommand: command, buildMinutes: minutes, code } = settings;
  const mirror =
    settings.mirror && new Mirror({ repository: store.repository, data, target: settings.mirror, log });
  closing.push(() => mirror?.stop());
  const published = (commit: string): void => mirror?.request(commit);
  const publishing = new Publisher({ store, data, project, command, minutes, code, log, published });
  closing.push(() => publishing.stop());
  const work = new DeskClient({
    repository,
    production: settings.production,
    cache,
    published: (by) => {
      publishing.request(by);
    },
    isBack: () => {
      publishing.requestIfChanged().catch((error: unknown) => {
        log(`whether the site is outdated cannot be found out: ${String(error)}`);
      });
    },
    log,
  });
  closing.push(() => work.close());
  const firstRun = new FirstRun(data);
  const app = createApp({ settings, work, accounts, publishing, firstRun, mirror, log });
  return { app, store, accounts, publishing, firstRun, mirror, close };
}

/** Makes the repository at the first start only; later, a missing one is a loss. */
async function prepareStore(settings: Settings, log: (line: string) => void): Promise<void> {
  const { data, repository, contentFolder } = settings;
  if (await isStoreMissing(repository)) {
    if (await isUsed(data)) throw storeIsGone(repository);
    await seedRepository(repository, contentFolder);
    log(`repository made from ${contentFolder}`);
    return;
  }
  const cleared = await clearStaleLocks(repository);
  if (cleared > 0) log(`removed ${String(cleared)} stale lock files`);
  const mended = await mendFrame(repository);
  if (mended.length > 0) log(`wrote again in the repository: ${mended.join(', ')}`);
}

/** Whether a hub has published from this folder before. */
async function isUsed(data: string): Promise<boolean> {
  const names = await readdir(path.join(data, 'releases')).catch(() => []);
  return names.length > 0 || (await exists(path.join(data, 'publishing.json')));
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
