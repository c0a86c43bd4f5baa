import { constants } from 'node:fs';
import { access, lstat, readdir, readFile, stat, statfs } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gitText } from '../../server/git/run-git.ts';
import { mainRef } from '../../server/git/repository.ts';
import { gitVersion, isOldGit, oldestGit } from '../../server/health/git-version.ts';
import { currentRelease } from '../../server/publishing/releases.ts';
import { failure, fine, size, warning } from './finding.ts';
import type { Check, Finding } from './finding.ts';

export interface Space {
  bytes: number;
  /** Free entries for files; undefined where a file system has no limit. */
  files: number | undefined;
}

/** A build writes a whole site beside the old ones, and a save must always fit. */
export function spaceFinding(data: string, { bytes, files }: Space): Finding {
  const free = size(bytes);
  if (bytes < 300e6) {
    return failure(
      `Only ${free} are free for ${data}; make room now.`,
      `${data} 所在的磁盘只剩 ${free}：请马上腾出空间。`,
    );
  }
  if (files !== undefined && files < 5000) {
    return failure(
      `Only ${String(files)} more files fit on the disk of ${data}; remove small files (old caches, mail).`,
      `${data} 所在的磁盘只能再放 ${String(files)} 个文件：请清理大量的小文件（旧缓存、邮件等）。`,
    );
  }
  if (bytes < 2e9 || (files !== undefined && files < 50_000)) {
    return warning(
      `${free} are free for ${data}; that will be too little soon.`,
      `${data} 所在的磁盘还剩 ${free}，快不够用了。`,
    );
  }
  return fine(`Disk: ${free} free`, `磁盘还剩 ${free}`);
}

export const checkSpace: Check = async ({ settings: { data } }) => {
  const { bavail, bsize, files, ffree } = await statfs(await nearestFolder(data));
  return [spaceFinding(data, { bytes: bavail * bsize, files: files > 0 ? ffree : undefined })];
};

async function nearestFolder(folder: string): Promise<string> {
  const there = await stat(folder).catch(() => undefined);
  return there ? folder : nearestFolder(path.dirname(folder));
}

/** Who may read and write. Root's files in a hub of another user are what a maintenance as root leaves. */
export const checkRights: Check = async ({ settings: { data, accountsFile, secretFile, repository } }) => {
  const folder = await stat(data).catch(() => undefined);
  if (!folder)
    return [
      warning(
        `The data folder ${data} does not exist yet.`,
        `数据文件夹 ${data} 还不存在：第一次启动会建立。`,
      ),
    ];
  const findings: Finding[] = [];
  const mayWrite = await access(data, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!mayWrite) {
    findings.push(
      failure(
        `This user cannot write ${data}; run this as the user that runs the server, or give it the right.`,
        `当前用户写不了 ${data}：请用运行平台的用户来运行，或给它写入权限。`,
      ),
    );
  }
  for (const file of [accountsFile, secretFile]) {
    const mode = (await stat(file).catch(() => undefined))?.mode ?? 0;
    if ((mode & 0o077) === 0) continue;
    findings.push(
      warning(
        `Others can read ${file}; run "chmod 600 ${file}".`,
        `别的用户也能读 ${file}：请运行 chmod 600 ${file}。`,
      ),
    );
  }
  const foreign =
    (await foreignFile(repository, folder.uid)) ??
    (await foreignFile(data, folder.uid, { recursive: false }));
  if (foreign !== undefined) {
    findings.push(
      failure(
        `${foreign} belongs to another user than ${data}; run "chown -R --reference=${data} ${data}".`,
        `${foreign} 的属主和 ${data} 不同，保存会失败：请运行 chown -R --reference=${data} ${data}。`,
      ),
    );
  }
  return findings.length > 0
    ? findings
    : [fine(`Rights: ${data} can be written`, `权限正常，${data} 可以写入`)];
};

async function foreignFile(
  folder: string,
  owner: number,
  { recursive } = { recursive: true },
): Promise<string | undefined> {
  const names = await readdir(folder, { recursive }).catch(() => []);
  for (const name of names) {
    const found = await lstat(path.join(folder, name)).catch(() => undefined);
    if (found && found.uid !== owner) return path.join(folder, name);
  }
  return undefined;
}

export const checkPrograms: Check = async ({ env }) => {
  const git = await gitVersion(os.tmpdir());
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const words = env['LC_ALL'] ?? env['LC_CTYPE'] ?? env['LANG'] ?? '';
  return [
    isOldGit(git)
      ? failure(
          `git ${git} is too old; install ${oldestGit} or later.`,
          `git ${git} 太旧了：请装 ${oldestGit} 或更新的版本。`,
        )
      : fine(`git ${git}`, `git ${git}`),
    major > 22 || (major === 22 && minor >= 12)
      ? fine(`Node ${process.version}`, `Node ${process.version}`)
      : failure(
          `Node ${process.version} is too old; use "npm run doctor", which brings its own.`,
          `Node ${process.version} 太旧了：请用 npm run doctor 运行，它自带新的 Node。`,
        ),
    // Only Chinese words in this terminal depend on it.
    /utf-?8/i.test(words)
      ? fine(`Locale ${words}`, `语言环境 ${words}`)
      : warning(
          `The locale ${words === '' ? 'is not set' : words}; Chinese messages may be unreadable in this terminal. Set LANG=C.UTF-8.`,
          `语言环境${words === '' ? '没有设置' : `是 ${words}`}，终端里的中文可能显示不出来：请设 LANG=C.UTF-8。`,
        ),
  ];
};

export const checkMemory: Check = async () => {
  const text = await readFile('/proc/meminfo', 'utf8').catch(() => '');
  const available = Number(/^MemAvailable:\s+(\d+) kB/m.exec(text)?.[1] ?? os.freemem() / 1024) * 1024;
  const total = Math.min(os.totalmem(), process.constrainedMemory() || Infinity);
  return [memoryFinding(total, available)];
};

export function memoryFinding(total: number, available: number): Finding {
  if (total < 900e6) {
    return failure(
      `This machine has ${size(total)} of memory; a build needs 1 GB.`,
      `这台机器只有 ${size(total)} 内存：生成网站要 1 GB。`,
    );
  }
  if (available < 400e6) {
    return warning(
      `Only ${size(available)} of memory are available; a build may be killed. End other programs.`,
      `可用内存只有 ${size(available)}，生成网站可能中途停掉：请关掉别的程序。`,
    );
  }
  return fine(
    `Memory: ${size(available)} of ${size(total)} available`,
    `内存 ${size(total)}，可用 ${size(available)}`,
  );
}

const minute = 60_000;
const years = 365 * 24 * 60 * minute;

/** A clock is wrong if something here was made after it, or nothing for years. */
export function clockFinding(now: Date, newest: Date | undefined): Finding {
  const shown = now.toISOString();
  if (newest && newest.getTime() - now.getTime() > 5 * minute) {
    return failure(
      `The clock (${shown}) is behind: the newest text is from ${newest.toISOString()}. Set it, best with NTP.`,
      `时钟（${shown}）慢了：最新的内容是 ${newest.toISOString()} 的。请校准时间，最好打开自动对时。`,
    );
  }
  if (now.getUTCFullYear() < 2026 || now.getUTCFullYear() > 2100) {
    return failure(
      `The clock says ${shown}. Set it, best with NTP.`,
      `时钟是 ${shown}，不对：请校准时间，最好打开自动对时。`,
    );
  }
  if (newest && now.getTime() - newest.getTime() > 2 * years) {
    return warning(
      `The clock says ${shown}, years after the newest text. If it is ahead, sign-ins end at once.`,
      `时钟是 ${shown}，比最新的内容晚了好几年：如果时钟快了，大家一登录就会过期，请核对。`,
    );
  }
  return fine(`Clock: ${shown}`, `时钟正常：${shown}`);
}

export const checkClock: Check = async ({ settings: { repository, data }, now }) => {
  const seconds = await gitText(repository, ['log', '-1', '--format=%ct', mainRef]).catch(() => '');
  const built = (await currentRelease(data))?.builtAt;
  const moments = [Number(seconds) * 1000, Date.parse(built ?? '')].filter((moment) => moment > 0);
  const newest = moments.length > 0 ? new Date(Math.max(...moments)) : undefined;
  // Days are those of Beijing, whatever the time zone of the machine.
  const midnight = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long' });
  const zone = midnight.format(new Date('2026-01-30T16:00:00Z'));
  return [
    clockFinding(now, newest),
    ...(zone === '2026年1月31日'
      ? []
      : [
          failure(
            `Node has no data of time zones or Chinese (${zone}).`,
            `Node 缺少时区或中文数据（${zone}）。`,
          ),
        ]),
  ];
};

export const checkFonts: Check = async ({ settings: { siteUrl } }) => {
  // Loaded here: a broken picture library must not stop the other checks.
  const { hasChineseFont } = await import('../../../src/library/sharing/draw-share-picture.ts');
  if (await hasChineseFont()) return [fine('Fonts: Chinese can be drawn', '有中文字体，能生成分享图片')];
  return [
    warning(
      `There is no Chinese font, so ${siteUrl} has no pictures for sharing; on Debian, install fonts-noto-cjk.`,
      '没有中文字体，分享图片不会生成：Debian 上请安装 fonts-noto-cjk。',
    ),
  ];
};
