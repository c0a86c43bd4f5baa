import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { metadataIn } from '../../tests/support/stored-files/metadata-reader.ts';
import { exifSegment, withSegment } from '../../tests/support/stored-files/picture-parts.ts';
import { sentPictures } from '../../tests/support/stored-files/pictures.ts';
import { jpeg } from '../../tests/support/sample-pictures.ts';
import { fileFault } from '../model/files/file-facts.ts';
import { cleanFile } from './clean-file.ts';

describe('what becomes of', () => {
  test.each(sentPictures)('%s', async (_, name, bytes, becomes) => {
    const before = Buffer.from(bytes);
    const { bytes: stored, facts } = await cleanFile(bytes);
    const fault = fileFault(name, facts);
    if (becomes !== 'same' && becomes !== 'clean') {
      expect(fault).toContain(becomes);
      return;
    }
    expect(fault).toBeUndefined();
    expect(stored.equals(bytes)).toBe(becomes === 'same');
    // The bytes that came in are those of somebody else.
    expect(bytes.equals(before)).toBe(true);
    expect(await metadataIn(stored)).toEqual({});
    for (const hidden of ['MARKER', '张三', 'Exif', 'xmpmeta', '<script', 'PK\x03\x04'])
      expect(stored.includes(hidden), hidden).toBe(false);
    // Cleaning again changes nothing, so a file that is saved again is the same file.
    expect((await cleanFile(stored)).bytes.equals(stored)).toBe(true);
    expect((await cleanFile(bytes)).bytes.equals(stored)).toBe(true);
    expect(await differenceOf(bytes, stored)).toBeLessThan(6);
  });
});

/** The mean difference of two pictures as they are seen, of 255. */
async function differenceOf(a: Buffer, b: Buffer): Promise<number> {
  const pixels = (bytes: Buffer) =>
    sharp(bytes)
      .autoOrient()
      .toColourspace('srgb')
      .removeAlpha()
      .resize(30, 30, { fit: 'fill' })
      .raw()
      .toBuffer();
  const [first, second] = await Promise.all([pixels(a), pixels(b)]);
  return first.reduce((sum, value, index) => sum + Math.abs(value - second[index]!), 0) / first.length;
}

test('the independent reader finds what cameras write', async () => {
  const found = await metadataIn(withSegment(await jpeg(), 0xe1, exifSegment()));
  expect(JSON.stringify(found)).toContain('MARKER');
  expect(found).toHaveProperty('gps');
});

test('stores a turned photo upright, no larger than it came', async () => {
  const photo = await sharp(await jpeg(900, 600))
    .jpeg({ quality: 90 })
    .toBuffer();
  const { bytes, facts } = await cleanFile(withSegment(photo, 0xe1, exifSegment(6)));
  expect(facts).toMatchObject({ width: 600, height: 900 });
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 600, height: 900 });
  expect(bytes.length).toBeLessThanOrEqual(photo.length);
});

test('keeps the movement of an animation and its repeats', async () => {
  const [, , bytes] = sentPictures.find(([what]) => what === 'an animation with a comment')!;
  const [before, after] = await Promise.all(
    [bytes, (await cleanFile(bytes)).bytes].map((each) => sharp(each).metadata()),
  );
  expect([after!.pages, after!.loop, after!.delay]).toEqual([before!.pages, before!.loop, before!.delay]);
});

test('says in a WebP file that nothing but the picture follows', async () => {
  const [, , bytes] = sentPictures.find(([what]) => what === 'a WebP picture with EXIF')!;
  const { bytes: stored } = await cleanFile(bytes);
  expect([bytes[20]! & 0x2c, stored[20]! & 0x2c]).toEqual([8, 0]);
});
