import sharp from 'sharp';
import { expect, test } from 'vitest';
import { jpeg } from '../../../tests/support/sample-pictures.ts';
import { isSrgb } from './colour-profile.ts';

const profile = async (name: string): Promise<Buffer> =>
  (
    await sharp(
      await sharp(await jpeg())
        .withIccProfile(name)
        .toBuffer(),
    ).metadata()
  ).icc!;
const srgb = await profile('srgb');

/** The offset of a part of the profile. */
const tagAt = (bytes: Buffer, tag: string): number => bytes.readUInt32BE(bytes.indexOf(tag, 128) + 4);

test('knows sRGB by its colours', async () => {
  expect(isSrgb(srgb)).toBe(true);
  expect(isSrgb(await profile('p3'))).toBe(false);
  expect(isSrgb(await profile('cmyk'))).toBe(false);
});

test('does not believe a profile with other primaries or another curve', () => {
  const red = Buffer.from(srgb);
  red.writeInt32BE(60_000, tagAt(red, 'rXYZ') + 8);
  expect(isSrgb(red)).toBe(false);
  const linear = Buffer.from(srgb);
  linear.write('curv\0\0\0\0\0\0\0\0', tagAt(linear, 'gTRC'), 'latin1');
  expect(isSrgb(linear)).toBe(false);
});

test('survives profiles that are cut or point outside', () => {
  for (let length = 0; length < srgb.length; length += 7)
    expect(isSrgb(srgb.subarray(0, length))).toBeDefined();
  const outside = Buffer.from(srgb);
  outside.writeUInt32BE(0xffffffff, outside.indexOf('rXYZ', 128) + 4);
  expect(isSrgb(outside)).toBe(false);
});
