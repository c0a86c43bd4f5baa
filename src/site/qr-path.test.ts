import { expect, test } from 'vitest';
import { encode } from 'uqr';
import { qrPath } from './qr-path.ts';

/** Paints the path on squared paper. */
function painted({ size, path }: ReturnType<typeof qrPath>): boolean[][] {
  const paper = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    paper[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  }
  return paper;
}

test('the path paints the squares the encoder says, with four blank ones around', () => {
  const address = 'https://hub.example.edu.cn/gongjian/activities/2026/0318-lianxi-huiyi/';
  const code = qrPath(address);
  expect(painted(code)).toEqual(encode(address, { ecc: 'M', border: 4 }).data);
  expect(painted(code).slice(0, 4).flat()).not.toContain(true);
});
