// Serves the site and the desk. Usage: node admin/server/main.ts
// (HOST, PORT, HUB_DATA, BASE_PATH, SITE_URL, SITE_MODE, ALLOWED_HOSTS, TRUST_PROXY)
import type { AddressInfo } from 'node:net';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openAccounts } from './accounts/accounts.ts';
import { createApp } from './app.ts';
import { contentChecker } from './git/content-checker.ts';
import { lockData } from './data-lock.ts';
import { FirstRun } from './accounts/first-run.ts';
import { gitText } from './git/run-git.ts';
import { reconcileDrafts } from './drafts/reconcile-drafts.ts';
import { watchDays } from './publishing/watch-days.ts';
import { Publisher, systemName } from './publishing/publisher.ts';
import { readSecret } from './accounts/secret.ts';
import { clearStaleLocks, seedRepository } from './git/seed-repository.ts';
import { createHttpServer } from './requests/http-server.ts';
import { readSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import { StartFailure, startFailureFor } from './start-failure.ts';
import { openStore } from './git/content-store.ts';

const log = (line: string): void => {
  console.log(`${new Date().toISOString()} ${line}`);
};

let settings: Settings | undefined;
try {
  settings = readSettings(process.env);
  await start(settings);
} catch (error) {
  const { data = '', host = '', port = 0 } = settings ?? {};
  console.error(startFailureFor(error, { data, host, port }).message);
  process.exit(1);
}

async function start(settings: Settings): Promise<void> {
  const { data, repository } = settings;
  await mkdir(data, { recursive: true, mode: 0o700 });
  const lock = lockData(data);
  if (!lock) {
    throw new StartFailure(
      `Another server already uses ${data}; stop it first, or set HUB_DATA to another folder.`,
      `平台已经在运行了（数据文件夹 ${data}）：请直接打开它，或先停掉它再启动。`,
    );
  }
  await gitText(data, ['--version']);
  const cleared = await clearStaleLocks(repository);
  if (cleared > 0) log(`removed ${String(cleared)} stale lock files`);
  if ((await seedRepository(repository, settings.contentFolder)) === 'made') {
    log(`repository made from ${settings.contentFolder}`);
  }
  const store = openStore(repository, contentChecker(settings.production), path.join(settings.data, 'cache'));
  const repaired = await reconcileDrafts(store);
  if (repaired > 0) log(`repaired ${String(repaired)} drafts and records`);

  const secret = await readSecret(settings.secretFile);
  const { accountsFile: file, secure, siteUrl } = settings;
  const accounts = await openAccounts({ file, secret, secure, siteUrl });
  const publishing = new Publisher({
    store,
    data,
    project: settings.project,
    command: settings.buildCommand,
    minutes: settings.buildMinutes,
    code: settings.code,
    log,
  });
  const firstRun = new FirstRun(data);
  const app = createApp({ settings, store, accounts, publishing, firstRun, log });

  const server = createHttpServer(app.fetch);
  server.listen(settings.port, settings.host);
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const address = addressFor(settings.host, (server.address() as AddressInfo).port);
  const siteAddress = `${address}${settings.basePath === '' ? '' : `${settings.basePath.slice(1)}/`}`;
  console.log(`ready ${siteAddress}`);
  if (accounts.isEmpty()) {
    const link = await firstRun.open(address);
    console.log(
      'No account yet. Open this link to create the first one · 还没有账号，请打开下面的链接建立第一个：',
    );
    console.log(link);
  } else {
    console.log(`Desk · 编辑台 ${address}admin/`);
  }
  await publishing.start();
  const endWatch = watchDays(() => {
    publishing.request(systemName);
  });
  void publishing.settled().then((whole) => {
    console.log(
      whole
        ? `The site is ready · 网站已就绪 ${siteAddress}`
        : 'The site could not be built; see the desk for the reason · 网站没有生成，原因见编辑台',
    );
  });

  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log(`${signal}: stopping`);
    // Hanging requests must not prevent the exit.
    setTimeout(() => process.exit(0), 5000).unref();
    endWatch();
    server.close();
    server.closeIdleConnections();
    await publishing.stop();
    store.repository.close();
    accounts.close();
    lock.release();
    log('stopped');
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
}

/** The URL for a browser on this machine. */
function addressFor(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${String(port)}/`;
}
