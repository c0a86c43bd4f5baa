// Serves the site and the desk. Usage: node admin/server/main.ts
// (HOST, PORT, HUB_DATA, BASE_PATH, SITE_URL, SITE_MODE, ALLOWED_HOSTS, TRUST_PROXY, MIRROR_URL)
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closedDesk } from './closed-desk.ts';
import type { ClosedReason } from './closed-desk.ts';
import { isDataInUse } from './data-lock.ts';
import { openDesk } from './open-desk.ts';
import type { OpenDesk } from './open-desk.ts';
import { watchDays } from './publishing/watch-days.ts';
import { systemName } from './publishing/publisher.ts';
import { currentRelease } from './publishing/releases.ts';
import { createHttpServer } from './requests/http-server.ts';
import { readSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import { alreadyRunning, AlreadyRunning, startFailureFor } from './start-failure.ts';

const log = (line: string): void => {
  console.log(`${new Date().toISOString()} ${line}`);
};

// One forgotten promise must not end the server for all readers.
process.on('unhandledRejection', (reason) => {
  log(`unhandled rejection: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`);
});

let settings: Settings | undefined;
try {
  settings = readSettings(process.env);
  await start(settings);
} catch (error) {
  console.error(startFailureFor(error, placeOf(settings)).message);
  process.exit(1);
}

async function start(settings: Settings): Promise<void> {
  const { data } = settings;
  if (isInUse(data)) throw alreadyRunning(data);
  let reason: ClosedReason = 'starting';
  const closed = closedDesk(settings, () => reason);
  let desk: OpenDesk | undefined;
  const server = await listen(settings, (request, env) => (desk?.app ?? closed).fetch(request, env));
  const address = addressFor(settings.host, (server.address() as AddressInfo).port);

  let retry: NodeJS.Timeout | undefined;
  const open = async (): Promise<void> => {
    const opened = await openDesk(settings, log);
    try {
      desk = opened;
      await announce(settings, opened, address);
    } catch (error) {
      desk = undefined;
      await opened.close();
      throw error;
    }
  };
  try {
    await open();
  } catch (error) {
    if (error instanceof AlreadyRunning || (await currentRelease(data).catch(() => undefined)) === undefined)
      throw error;
    reason = 'failed';
    let last = startFailureFor(error, placeOf(settings)).message;
    console.error(last);
    console.error(
      `Readers see the last release at ${address}; the desk is closed until this is solved. · 读者照常看到上一版网站；编辑台先停用，问题解决后会自己打开，不必重新启动。`,
    );
    const again = async (): Promise<void> => {
      try {
        await open();
        log('the desk is open again · 编辑台已经恢复');
      } catch (fault) {
        const { message } = startFailureFor(fault, placeOf(settings));
        // A restore that is running holds the lock.
        if (message !== last && !(fault instanceof AlreadyRunning)) console.error((last = message));
        retry = setTimeout(() => void again(), settings.retryMs);
      }
    };
    retry = setTimeout(() => void again(), settings.retryMs);
  }

  const endWatch = watchDays(() => {
    desk?.publishing.request(systemName);
  });
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log(`${signal}: stopping`);
    // Hanging requests must not prevent the exit.
    setTimeout(() => process.exit(0), 5000).unref();
    clearTimeout(retry);
    endWatch();
    server.close();
    server.closeIdleConnections();
    await desk?.close();
    log('stopped');
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
}

/** An unreadable lock is a matter of opening the desk, which says what is wrong. */
function isInUse(data: string): boolean {
  try {
    return isDataInUse(data);
  } catch {
    return false;
  }
}

async function listen(
  settings: Settings,
  fetch: (request: Request, env: object) => Response | Promise<Response>,
): Promise<Server> {
  const server = createHttpServer(fetch);
  server.listen(settings.port, settings.host);
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  return server;
}

/** Says where everything is, and starts publishing. */
async function announce(settings: Settings, desk: OpenDesk, address: string): Promise<void> {
  const { accounts, firstRun, publishing } = desk;
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
  await desk.mirror?.start((await currentRelease(settings.data))?.commit);
  void publishing.settled().then((whole) => {
    console.log(
      whole
        ? `The site is ready · 网站已就绪 ${siteAddress}`
        : 'The site could not be built; see the desk for the reason · 网站没有生成，原因见编辑台',
    );
  });
}

function placeOf(settings: Settings | undefined): { data: string; host: string; port: number } {
  const { data = '', host = '', port = 0 } = settings ?? {};
  return { data, host, port };
}

/** The URL for a browser on this machine. */
function addressFor(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${String(port)}/`;
}
