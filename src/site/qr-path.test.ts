import { expect, test } from 'vitest';
import { encode } from 'uqr';
import { qrPath } from './qr-path.ts';

/** Draws the path on a grid. */
function drawn({ size, path }: ReturnType<typeof qrPath>): boolean[][] {
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    grid[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  }
  return grid;
}

test('draws the modules of the encoder, with a quiet zone of four', () => {
  const address = 'https://hub.example.edu.cn/gongjian/activities/2026/0318-lianxi-huiyi/';
  const code = qrPath(address);
  expect(drawn(code)).toEqual(encode(address, { ecc: 'M', border: 4 }).data);
  expect(drawn(code).slice(0, 4).flat()).not.toContain(true);
});
