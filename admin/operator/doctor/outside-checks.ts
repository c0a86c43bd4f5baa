import { readFile } from 'node:fs/promises';
import { isDataInUse } from '../../server/data-lock.ts';
import { readMirrorState } from '../../server/mirror/mirror.ts';
import { lastBackupFile } from '../backup/make-backup.ts';
import { readWholeBackup } from '../backup/manifest.ts';
import { failure, fine, warning } from './finding.ts';
import type { Check } from './finding.ts';

/** Whether the server runs, and answers where people look for it. */
export const checkServer: Check = async ({ settings: { data, host, port } }) => {
  const running = isDataInUse(data);
  const name =
    host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host;
  const address = `http://${name}:${String(port)}/`;
  const health: { ok?: boolean; desk?: string } | undefined = await fetch(`${address}healthz`, {
    signal: AbortSignal.timeout(5000),
    redirect: 'manual',
  })
    .then(async (answer) => (await answer.json()) as { ok?: boolean; desk?: string })
    .catch((error: unknown) => (isRefused(error) ? undefined : {}));
  if (health?.desk === 'failed') {
    return [
      failure(
        'The server runs for readers only: the desk could not be opened. The other lines say why; it opens by itself when that is solved.',
        '平台只在给读者看，编辑台没能打开：原因见其他各行，解决后会自己打开。',
      ),
    ];
  }
  if (health?.ok === true)
    return [
      running
        ? fine(`Server: running at ${address}`, `平台正在运行：${address}`)
        : warning(
            `A hub runs at ${address}, but on another data folder than ${data}; set HUB_DATA as for npm start.`,
            `${address} 上运行的平台用的不是 ${data}：请用和启动时一样的 HUB_DATA。`,
          ),
    ];
  if (running) {
    return [
      failure(
        `A server uses ${data}, but does not answer at ${address}. If HOST and PORT are set as for npm start, restart it.`,
        `平台正在运行，但 ${address} 没有回答：如果 HOST、PORT 和启动时一样，请重新启动平台。`,
      ),
    ];
  }
  return [
    health === undefined
      ? fine(`Server: not running; port ${String(port)} is free`, `平台没有运行，端口 ${String(port)} 空着`)
      : warning(
          `The server is not running, and another program uses port ${String(port)}.`,
          `平台没有运行，而端口 ${String(port)} 被别的程序占着。`,
        ),
  ];
};

/** Nobody listens. Fetch refuses some ports by itself, and nobody serves a site there. */
const isRefused = (error: unknown): boolean => {
  const { cause } = error as { cause?: NodeJS.ErrnoException };
  return cause?.code === 'ECONNREFUSED' || cause?.message === 'bad port';
};

const day = 24 * 60 * 60 * 1000;

export const checkBackup: Check = async ({ settings: { data }, now }) => {
  const text = await readFile(lastBackupFile(data), 'utf8').catch(() => '');
  const { at = '', folder = '' } = parsed(text);
  if (at === '') {
    return [
      warning(
        'No backup has been made; run "npm run backup -- <folder on another disk>" every day.',
        '还没有做过备份：请每天运行 npm run backup -- <另一块硬盘上的文件夹>。',
      ),
    ];
  }
  const days = Math.floor((now.getTime() - Date.parse(at)) / day);
  const manifest = await readWholeBackup(folder).catch((error: unknown) => String((error as Error).message));
  if (typeof manifest === 'string') {
    return [
      warning(
        `The last backup (${at}) is not at ${folder}, or is not whole. If its disk is elsewhere, that is fine.`,
        `上次的备份（${at}）不在 ${folder}，或者不完整。如果那块硬盘拿走了，就不用管。`,
      ),
    ];
  }
  const [english, chinese] = [
    `Backup: ${folder}, ${String(days)} days old, whole`,
    `最近的备份完好：${folder}，${String(days)} 天前`,
  ];
  return [
    days > 7
      ? warning(`${english}; make one every day.`, `${chinese}，请每天做一次。`)
      : fine(english, chinese),
  ];
};

function parsed(text: string): { at?: string; folder?: string } {
  try {
    const { at, folder } = JSON.parse(text) as { at?: string; folder?: string };
    return typeof at === 'string' && typeof folder === 'string' && !Number.isNaN(Date.parse(at))
      ? { at, folder }
      : {};
  } catch {
    return {};
  }
}

export const checkMirror: Check = async ({ settings: { data, mirror }, now }) => {
  if (!mirror) return [fine('Mirror: none (MIRROR_URL is not set)', '没有设镜像（MIRROR_URL）')];
  const state = await readMirrorState(data);
  if (state?.url !== mirror.url) {
    return [
      warning(
        `Nothing has been pushed to the mirror ${mirror.url} yet; it is tried after the next publication.`,
        `还没有往镜像 ${mirror.url} 推送过：下次发布后会推送。`,
      ),
    ];
  }
  if (state.failingSince === undefined)
    return [
      fine(
        `Mirror: ${mirror.url}, up to date since ${state.at ?? ''}`,
        `镜像正常：${mirror.url}，${state.at ?? ''} 推送成功`,
      ),
    ];
  const report = now.getTime() - Date.parse(state.failingSince) > day ? failure : warning;
  return [
    report(
      `The mirror ${mirror.url} fails since ${state.failingSince}: ${state.problem ?? ''}`,
      `镜像 ${mirror.url} 从 ${state.failingSince} 起推送不了，原因见前半句。`,
    ),
  ];
};
