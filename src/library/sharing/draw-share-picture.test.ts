import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawsSharePictures, hasChineseFont, sharePicture } from './draw-share-picture.ts';
import { roleColour } from './role-colours.ts';

let cache = '';
beforeAll(async () => {
  cache = await mkdtemp(path.join(tmpdir(), 'hub-share-'));
  process.env['CACHE_DIR'] = cache;
});
afterAll(async () => {
  delete process.env['CACHE_DIR'];
  await rm(cache, { recursive: true, force: true });
});

/** Rows of a picture with anything but the background. */
async function inkedRows(png: Buffer): Promise<number[]> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  const ground = data[0] ?? 0;
  return Array.from({ length: info.height }, (_, row) => row).filter((row) =>
    data.subarray(row * info.width, (row + 1) * info.width).some((value) => Math.abs(value - ground) > 40),
  );
}

test('fits the longest allowed title into 1200 by 630 pixels', async () => {
  const title = '把办不成的事也写在墙上：'.repeat(4).slice(0, 40);
  const png = await sharePicture(title, '榕荫共建 · 共建动态');
  expect(await sharp(png).metadata()).toMatchObject({ width: 1200, height: 630, format: 'png' });
  const rows = await inkedRows(png);
  expect(rows.length).toBeGreaterThan(100);
  expect(Math.min(...rows)).toBeGreaterThan(60);
  expect(Math.max(...rows)).toBeLessThan(580);
});

test.each([
  ['of very wide characters', '﷽'.repeat(40)],
  ['of 120 characters', '把办不成的事也写在墙上：'.repeat(10)],
  ['that is far too long', '字'.repeat(500)],
  ['that shows nothing', '\u3164\u2060'],
])('draws a title %s, in a picture of the same size', async (_, title) => {
  const png = await sharePicture(title, '榕荫共建 · 共建动态');
  expect(await sharp(png).metadata()).toMatchObject({ width: 1200, height: 630 });
  expect(Math.max(...(await inkedRows(png)))).toBeLessThan(580);
});

test('the ground has the colour of the band', async () => {
  const png = await sharePicture('停水通知', '通知公告');
  const corner = await sharp(png)
    .extract({ left: 0, top: 0, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer();
  expect(`#${corner.toString('hex')}`).toBe(roleColour('band', 'light'));
});

test('draws the same words once', async () => {
  const first = await sharePicture('停水通知 <1 & 2 栋>', '通知公告');
  const files = await readdir(path.join(cache, 'share'));
  expect(await sharePicture('停水通知 <1 & 2 栋>', '通知公告')).toEqual(first);
  expect(await readdir(path.join(cache, 'share'))).toEqual(files);
});

test('draws nothing for a loopback address', async () => {
  expect(await drawsSharePictures('http://127.0.0.1:4321')).toBe(false);
  expect(await drawsSharePictures(undefined)).toBe(false);
  expect(await drawsSharePictures('https://hub.example.edu.cn')).toBe(await hasChineseFont());
});
