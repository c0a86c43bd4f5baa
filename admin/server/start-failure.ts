import { statfsSync } from 'node:fs';
import { GitFailure } from './git/run-git.ts';

/** A failed start, with one sentence for the operator: English, then Chinese. */
export class StartFailure extends Error {
  readonly english: string;
  readonly chinese: string;
  constructor(english: string, chinese: string) {
    // Reasons of SQLite and git can have several lines.
    super(`${english} · ${chinese}`.replace(/\s+/g, ' '));
    this.name = 'StartFailure';
    this.english = english;
    this.chinese = chinese;
  }
}

/** Another server has the data folder. This one must end, and not even serve readers. */
export class AlreadyRunning extends StartFailure {}

export const alreadyRunning = (data: string): AlreadyRunning =>
  new AlreadyRunning(
    `Another server already uses ${data}; stop it first, or set HUB_DATA to another folder.`,
    `平台已经在运行了（数据文件夹 ${data}）：请直接打开它，或先停掉它再启动。`,
  );

/** Explains the causes that an operator can fix. */
export function startFailureFor(
  error: unknown,
  where: { data: string; host: string; port: number },
): StartFailure {
  if (error instanceof StartFailure) return error;
  const { data, host, port } = where;
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  const text = error instanceof GitFailure ? error.stderr : String(error);
  if (code === 'EADDRINUSE') {
    return new StartFailure(
      `Port ${String(port)} is in use; stop what uses it, or choose another with PORT=4322.`,
      `端口 ${String(port)} 已被占用：请先停掉占用它的程序，或用 PORT=4322 换一个端口。`,
    );
  }
  if (code === 'EACCES' && syscall === 'listen') {
    return new StartFailure(
      `Port ${String(port)} needs more rights; choose one above 1023 with PORT=4321.`,
      `没有权限使用端口 ${String(port)}：请用 PORT=4321 换一个 1023 以上的端口。`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartFailure(
      `This machine has no address ${host}; set HOST to one it has, such as 127.0.0.1.`,
      `这台机器没有 ${host} 这个地址：请把 HOST 改成它有的地址，如 127.0.0.1。`,
    );
  }
  if (code === 'ENOENT' && (path === 'git' || syscall === 'spawn git')) {
    return new StartFailure(
      'git is not installed; install it and start again.',
      '没有找到 git：请先安装 git，再重新启动。',
    );
  }
  if (code === 'ENOENT' && syscall === 'scandir') {
    return new StartFailure(
      `The content folder ${path ?? ''} does not exist; set CONTENT_DIR to one that does.`,
      `没有内容文件夹 ${path ?? ''}：请用 CONTENT_DIR 指到已有的文件夹。`,
    );
  }
  const cannotWrite = /readonly database|unable to open database|Permission denied/i.test(text);
  // SQLite does not say why it cannot create a file.
  if (code === 'ENOSPC' || /No space left|disk is full/i.test(text) || (cannotWrite && isFull(data))) {
    return new StartFailure(
      `There is no space left on the disk that holds ${data}; make room and start again.`,
      `数据文件夹 ${data} 所在的磁盘满了：请腾出空间，再重新启动。`,
    );
  }
  if (['ENOTDIR', 'EEXIST', 'EISDIR'].includes(code ?? '') && path !== undefined && path !== data) {
    return new StartFailure(
      `${path} is in the way: a file stands where a folder belongs, or a folder where a file does. Move it away and start again; what is lost with it, "npm run restore" brings back.`,
      `${path} 占错了位置：该是文件夹的地方放着文件，或者反过来。请把它挪走，再重新启动；少了的数据，用 npm run restore 从备份恢复。`,
    );
  }
  if (
    ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ELOOP'].includes(code ?? '') ||
    cannotWrite
  ) {
    return new StartFailure(
      `The data folder ${data} cannot be written; give this user the right, or set HUB_DATA.`,
      `写不了数据文件夹 ${data}：请给当前用户写入权限，或用 HUB_DATA 换一个文件夹。`,
    );
  }
  if (['EIO', 'EUCLEAN'].includes(code ?? '') || /disk I\/O error|Input\/output error/i.test(text)) {
    return new StartFailure(
      `The disk that holds ${data} cannot be read or written; check the disk first, then "npm run doctor".`,
      `数据文件夹 ${data} 所在的磁盘读写出错：请先检查磁盘，再运行 npm run doctor。`,
    );
  }
  const sentence = error instanceof Error ? error.message : String(error);
  return new StartFailure(sentence, '没能启动，原因见前半句。运行 npm run doctor 可以逐项检查。');
}

/** Whether no file can be made there: no space, or no entries for files left. */
function isFull(folder: string): boolean {
  try {
    const { bavail, bsize, files, ffree } = statfsSync(folder);
    return bavail * bsize < 100_000 || (files > 0 && ffree < 5);
  } catch {
    return false;
  }
}
