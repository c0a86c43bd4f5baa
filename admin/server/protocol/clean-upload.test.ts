import { expect, test } from 'vitest';
import { heic, png, svg } from '../../../tests/support/sample-pictures.ts';
import { TooMuchWork } from '../workers/text-work.ts';
import { cleanUpload } from './clean-upload.ts';

test.each([
  ['合影.PNG', png()],
  ['content/orgs/shequ/tu.svg', Buffer.from(`${String(svg('viewBox="0 0 9 9"'))}\n`)],
  ['表.csv', Buffer.from('甲,乙')],
])('accepts %s', async (path, bytes) => {
  expect(await cleanUpload(path, await bytes)).toEqual(await bytes);
});

test.each([
  ['page.html', Buffer.from('<h1>'), 422, '“page.html”不能上传，可以上传的文件有：png'],
  ['没有扩展名', Buffer.from('a'), 422, '“没有扩展名”不能上传'],
  ['IMG_1.HEIF', heic, 422, '“IMG_1.HEIF”是 iPhone 的 HEIC 照片'],
  ['a.png', Buffer.from('<html>'), 422, '“a.png”的内容和它的扩展名不一致'],
  ['a.csv', Buffer.alloc(0), 422, '“a.csv”是空文件'],
  [
    'content/orgs/shequ/a.pdf',
    Buffer.alloc(10.5 * 1024 * 1024),
    413,
    '“a.pdf”有 10.5 MB，每个文件不能超过 10 MB',
  ],
  ['tu.svg', svg('viewBox="0 0 9 9" onload="x()"'), 422, '“tu.svg”不能用：里面有脚本。'],
])('refuses %s with the reason and the file name', async (path, bytes, status, sentence) => {
  const refusal: unknown = await cleanUpload(path, bytes).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ status, details: { file: path.split('/').at(-1) } });
  expect(String(refusal)).toContain(sentence);
});

test('does not read files that are too large', async () => {
  const never = (): Promise<never> => Promise.reject(new Error('The file was read.'));
  await expect(cleanUpload('a.png', Buffer.alloc(11 * 1024 * 1024), never)).rejects.toThrow('有 11.0 MB');
});

test('names the file when its cleaning was ended', async () => {
  const ended = (): Promise<never> => Promise.reject(new TooMuchWork('cleanFile', 'time'));
  await expect(cleanUpload('a.png', await png(), ended)).rejects.toThrow('“a.png”太大或太复杂，没能检查完');
});
