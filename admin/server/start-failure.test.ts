import { expect, test } from 'vitest';
import { StartFailure, startFailureFor } from './start-failure.ts';

const where = { data: '/data', host: '10.0.0.9', port: 80 };
const messageFor = (error: object): string =>
  startFailureFor(Object.assign(new Error('what went wrong'), error), where).message;

test.each([
  [{ code: 'EADDRINUSE' }, /^Port 80 is in use.*端口 80 已被占用/],
  [{ code: 'EACCES', syscall: 'listen' }, /^Port 80 needs more rights.*没有权限使用端口 80/],
  [{ code: 'EADDRNOTAVAIL' }, /^This machine has no address 10\.0\.0\.9.*没有 10\.0\.0\.9 这个地址/],
  [{ code: 'ENOTFOUND' }, /^This machine has no address/],
  [{ code: 'ENOENT', path: 'git' }, /^git is not installed.*没有找到 git/],
  [{ code: 'ENOENT', syscall: 'spawn git' }, /^git is not installed/],
  [
    { code: 'ENOENT', syscall: 'scandir', path: '/c' },
    /^The content folder \/c does not exist.*没有内容文件夹 \/c/,
  ],
  [{ code: 'ENOSPC' }, /^There is no space left.*磁盘满了/],
  [{ message: 'database or disk is full' }, /^There is no space left/],
  // EACCES means the port only for `listen`.
  [{ code: 'EACCES', syscall: 'open' }, /^The data folder \/data cannot be written.*写不了数据文件夹/],
  [{ code: 'EROFS' }, /^The data folder \/data cannot be written/],
  [{ message: 'attempt to write a readonly database' }, /^The data folder \/data cannot be written/],
  // ENOENT for another file is neither git nor the content folder.
  [
    { code: 'ENOENT', syscall: 'open', path: '/x' },
    /^what went wrong · 没能启动，原因见前半句。.*npm run doctor/,
  ],
  [{}, /^what went wrong · 没能启动，原因见前半句。.*npm run doctor/],
  [{ code: 'EISDIR', syscall: 'open' }, /^The data folder \/data cannot be written/],
  [{ code: 'EISDIR', path: '/data/secret' }, /^\/data\/secret is in the way.*\/data\/secret 占错了位置/],
  [{ code: 'ENOTDIR', path: '/data/store.git' }, /^\/data\/store\.git is in the way/],
  [{ code: 'EEXIST', path: '/data/releases' }, /^\/data\/releases is in the way/],
  [{ code: 'EIO' }, /^The disk that holds \/data cannot be read.*磁盘读写出错/],
  [{ message: 'disk I/O error' }, /^The disk that holds \/data/],
])('reports %j in one sentence', (error, sentence) => {
  expect(messageFor(error)).toMatch(sentence);
});

test('keeps an existing StartFailure', () => {
  const failure = new StartFailure('English', '中文');
  expect(startFailureFor(failure, where)).toBe(failure);
  expect(failure.message).toBe('English · 中文');
});
