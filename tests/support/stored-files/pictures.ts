/** Pictures that people and strangers send, with what becomes of them. */
import { deflateSync, inflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import {
  avif,
  gif,
  heic,
  hugePng,
  inPrintColours,
  jpeg,
  png,
  sparseGif,
  tiff,
  webp,
} from '../sample-pictures.ts';
import {
  animatedPng,
  behindPixels,
  exif,
  exifSegment,
  secret,
  withChunk,
  withExtension,
  withRiffChunk,
  withSegment,
} from './picture-parts.ts';

/** `same`: stored byte for byte; `clean`: stored without what is hidden in it; else the sentence that refuses it. */
export type SentPicture = readonly [what: string, name: string, bytes: Buffer, becomes: string];

const page = `<html><script>alert('${secret}')</script></html>`;
const zip = Buffer.from(zipSync({ 'a.txt': Buffer.from(secret) }, { level: 0 }));
const after = (bytes: Buffer, hidden: string | Buffer): Buffer => Buffer.concat([bytes, Buffer.from(hidden)]);
const half = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2));
const [photo, screenshot, still, picture, moving] = [
  await jpeg(90, 60),
  await png(90, 60),
  await webp(),
  await avif(),
  await gif(4),
];
const withMetadata = sharp(await jpeg(90, 60)).withExif({ IFD0: { Artist: secret, Copyright: secret } });
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>${secret}</rdf:RDF></x:xmpmeta>`;
const movingWebp = await sharp(moving, { animated: true }).webp().toBuffer();

const broken = '只有一部分，或者已经损坏';
const other = '的内容和它的扩展名不一致';
const large = '太大了';

export const sentPictures: readonly SentPicture[] = [
  ['a photo', 'a.jpg', photo, 'same'],
  ['a screenshot', 'a.png', screenshot, 'same'],
  ['a WebP picture', 'a.webp', still, 'same'],
  ['an AVIF picture', 'a.avif', picture, 'same'],
  ['an animation', 'a.gif', moving, 'same'],
  ['an animated WebP picture', 'a.webp', movingWebp, 'same'],
  ['a progressive photo', 'a.jpg', await sharp(photo).jpeg({ progressive: true }).toBuffer(), 'same'],
  ['a grey photo', 'a.jpg', await sharp(photo).greyscale().jpeg().toBuffer(), 'same'],
  ['a PNG with a palette', 'a.png', await sharp(photo).png({ palette: true }).toBuffer(), 'same'],
  ['a PNG with transparency', 'a.png', await sharp(photo).ensureAlpha(0.5).png().toBuffer(), 'same'],
  ['a PNG with 16 bits', 'a.png', await sharp(photo).toColourspace('rgb16').png().toBuffer(), 'same'],
  ['an interlaced PNG', 'a.png', await sharp(photo).png({ progressive: true }).toBuffer(), 'same'],
  ['an animated PNG', 'a.png', animatedPng(screenshot, 3), 'same'],
  ['a lossless WebP picture', 'a.webp', await sharp(photo).webp({ lossless: true }).toBuffer(), 'same'],

  ['a photo with a place', 'a.jpg', withSegment(photo, 0xe1, exifSegment()), 'clean'],
  ['a photo that lies on its side', 'a.jpg', withSegment(photo, 0xe1, exifSegment(6)), 'clean'],
  ['a photo that is mirrored', 'a.jpg', withSegment(photo, 0xe1, exifSegment(5)), 'clean'],
  ['a photo with XMP', 'a.jpg', withSegment(photo, 0xe1, `http://ns.adobe.com/xap/1.0/\0${xmp}`), 'clean'],
  [
    'a photo with IPTC',
    'a.jpg',
    withSegment(photo, 0xed, `Photoshop 3.0\0${'8BIM\x04\x04\0\0'}${secret}`),
    'clean',
  ],
  ['a photo with a comment', 'a.jpg', withSegment(photo, 0xfe, secret), 'clean'],
  ['a photo with a maker note', 'a.jpg', withSegment(photo, 0xe5, secret), 'clean'],
  [
    'a photo with a small picture of itself',
    'a.jpg',
    withSegment(photo, 0xe0, `JFIF\0\x01\x02\x01\0\x48\0\x48\x01\x01${secret}`),
    'clean',
  ],
  ['a photo with a second one behind it', 'a.jpg', after(photo, withSegment(photo, 0xfe, secret)), 'clean'],
  ['a photo that is a ZIP file too', 'a.jpg', after(photo, zip), 'clean'],
  ['a photo with a page behind it', 'a.jpg', after(photo, page), 'clean'],
  ['a photo in print colours', 'a.jpg', await inPrintColours(), 'clean'],
  ['a photo in wide colours', 'a.jpg', await sharp(photo).withIccProfile('p3').toBuffer(), 'clean'],
  ['a photo with a profile of sRGB', 'a.jpg', await sharp(photo).withIccProfile('srgb').toBuffer(), 'clean'],
  ['a screenshot with a text', 'a.png', withChunk(screenshot, 'tEXt', `Author\0${secret}`), 'clean'],
  [
    'a screenshot with a packed text',
    'a.png',
    withChunk(screenshot, 'zTXt', Buffer.concat([Buffer.from('Author\0\0'), deflateSync(secret)])),
    'clean',
  ],
  [
    'a screenshot with XMP',
    'a.png',
    withChunk(screenshot, 'iTXt', `XML:com.adobe.xmp\0\0\0\0\0${xmp}`),
    'clean',
  ],
  ['a screenshot with EXIF', 'a.png', withChunk(screenshot, 'eXIf', exif()), 'clean'],
  ['a screenshot with EXIF that lies on its side', 'a.png', withChunk(screenshot, 'eXIf', exif(8)), 'clean'],
  [
    'a screenshot with the time',
    'a.png',
    withChunk(screenshot, 'tIME', Buffer.from([7, 234, 3, 15, 9, 30, 0])),
    'clean',
  ],
  ['a screenshot with a private chunk', 'a.png', withChunk(screenshot, 'prVt', secret), 'clean'],
  ['a screenshot in wide colours', 'a.png', await sharp(screenshot).withIccProfile('p3').toBuffer(), 'clean'],
  ['a screenshot with a page behind it', 'a.png', after(screenshot, page), 'clean'],
  ['a screenshot with bytes behind its pixels', 'a.png', behindPixels(screenshot, secret), 'clean'],
  ['an animation with a comment', 'a.gif', withExtension(moving, 0xfe, secret), 'clean'],
  ['an animation with XMP', 'a.gif', withExtension(moving, 0xff, `XMP DataXMP${secret}`), 'clean'],
  [
    'an animation that is a script',
    'a.gif',
    after(withExtension(moving, 0xfe, `*/=1;alert('${secret}');/*`), `*/;alert('${secret}')`),
    'clean',
  ],
  ['a WebP picture with EXIF', 'a.webp', await withMetadata.clone().webp().toBuffer(), 'clean'],
  ['a WebP picture with XMP', 'a.webp', withRiffChunk(still, 'XMP ', xmp), 'clean'],
  ['a WebP picture with an unknown chunk', 'a.webp', withRiffChunk(movingWebp, 'note', secret), 'clean'],
  ['a WebP picture with bytes behind it', 'a.webp', after(still, secret), 'clean'],
  ['an AVIF picture with EXIF', 'a.avif', await withMetadata.clone().avif().toBuffer(), 'clean'],
  ['an AVIF picture with bytes behind it', 'a.avif', after(picture, secret), 'clean'],
  ['an AVIF picture with bytes among its pixels', 'a.avif', amongPixels(picture), 'clean'],
  [
    'an AVIF picture in wide colours',
    'a.avif',
    await sharp(photo).withIccProfile('p3').avif().toBuffer(),
    'clean',
  ],

  ['half of a photo', 'a.jpg', half(photo), broken],
  ['half of a screenshot', 'a.png', half(screenshot), broken],
  ['half of a WebP picture', 'a.webp', half(still), broken],
  ['half of an AVIF picture', 'a.avif', half(picture), broken],
  ['half of an animation', 'a.gif', half(moving), broken],
  [
    'a screenshot with a wrong sum',
    'a.png',
    after(screenshot.subarray(0, 40), screenshot.subarray(41)),
    broken,
  ],
  [
    'a photo of a thousand scans',
    'a.jpg',
    thousandScans(await sharp(photo).jpeg({ progressive: true }).toBuffer()),
    broken,
  ],
  ['a header of 400 million points', 'a.png', await hugePng(20_000, 20_000), large],
  ['a header of 4 billion points', 'a.png', await hugePng(2_000_000_000, 2), broken],
  ['an animation of thousands of pictures', 'a.gif', sparseGif(3000, 600), large],
  ['an animated PNG of thousands of pictures', 'a.png', animatedPng(await png(600, 600), 300), large],
  ['a WebP animation of thousands of pictures', 'a.webp', manyFrames(movingWebp, 300), large],
  ['a GIF with a screen of 65,535 points', 'a.gif', withScreen(moving, 65_535), broken],
  ['a GIF with a screen smaller than its picture', 'a.gif', withScreen(moving, 10), broken],
  ['a GIF without a screen', 'a.gif', withScreen(moving, 0), broken],
  ['a PNG of one point with a hundred megabytes', 'a.png', manyPixels(await png(1, 1), 100_000_000), 'clean'],
  ['a PNG with as many rows again', 'a.png', manyPixels(await png(90, 60), 90 * 60 * 20), 'clean'],
  ['a side that is too long', 'a.png', await png(20, 30_000), '一边太长了'],
  ['a page', 'a.png', Buffer.from(page), other],
  ['a page after the mark of a GIF', 'a.gif', Buffer.from(`GIF89a/*${page}`), broken],
  ['a PNG named as a photo', 'a.jpg', screenshot, other],
  ['an iPhone photo', 'a.jpg', heic, '是 iPhone 的 HEIC 照片'],
  ['a TIFF', 'a.png', await tiff(), other],
];

/** Where a GIF says how large it is as a whole. */
function withScreen(bytes: Buffer, side: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt16LE(side, 6);
  changed.writeUInt16LE(side, 8);
  return changed;
}

/** A PNG whose compressed data goes on within the same stream. */
function manyPixels(bytes: Buffer, count: number): Buffer {
  const start = bytes.indexOf('IDAT') - 4;
  const pixels = inflateSync(bytes.subarray(start + 8, start + 8 + bytes.readUInt32BE(start)));
  const data = deflateSync(Buffer.concat([pixels, Buffer.alloc(count)]));
  const end = start + 12 + bytes.readUInt32BE(start);
  const without = Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  return withChunk(without, 'IDAT', data);
}

/** The box of pixels is the last one. Bytes are added to it that no picture refers to. */
function amongPixels(bytes: Buffer): Buffer {
  const whole = after(bytes, secret);
  const box = whole.lastIndexOf('mdat') - 4;
  whole.writeUInt32BE(whole.length - box, box);
  return whole;
}

/** The last scan of a progressive photo again and again: each goes over all pixels. */
function thousandScans(bytes: Buffer): Buffer {
  const start = bytes.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = bytes.subarray(start, -2);
  return Buffer.concat([
    bytes.subarray(0, -2),
    ...Array.from({ length: 1000 }, () => scan),
    bytes.subarray(-2),
  ]);
}

/** The last frame of a WebP animation again and again, on a large screen. */
function manyFrames(bytes: Buffer, count: number): Buffer {
  const start = bytes.lastIndexOf('ANMF');
  const whole = Buffer.concat([bytes, ...Array.from({ length: count }, () => bytes.subarray(start))]);
  whole.writeUInt32LE(whole.length - 8, 4);
  whole.writeUIntLE(999, 24, 3);
  whole.writeUIntLE(999, 27, 3);
  return whole;
}
