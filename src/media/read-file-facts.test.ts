import { describe, expect, test } from 'vitest';
import { fileFault } from '../model/files/file-facts.ts';
import { cleanFile } from './clean-file.ts';
import { readFileFacts } from './read-file-facts.ts';
import { docx, xlsx } from '../../tests/support/stored-files/office-files.ts';
import { pdf } from '../../tests/support/stored-files/pdf-files.ts';
import {
  avif,
  bitmap,
  gif,
  sparseGif,
  heic,
  hugePng,
  inPrintColours,
  jpeg,
  png,
  svg,
  tiff,
  webp,
} from '../../tests/support/sample-pictures.ts';

const faultOf = async (name: string, bytes: Promise<Buffer> | Buffer): Promise<string | undefined> =>
  fileFault(name, await readFileFacts(await bytes));
const half = async (bytes: Promise<Buffer>): Promise<Buffer> => {
  const whole = await bytes;
  return whole.subarray(0, Math.floor(whole.length / 2));
};

describe('accepts', () => {
  test.each([
    ['a photo', '照片.jpg', jpeg()],
    ['the extension .jpeg', '照片.jpeg', jpeg()],
    ['an upper-case name', 'IMG_2031.JPG', jpeg()],
    ['CMYK colours', '印刷.jpg', inPrintColours()],
    ['a screenshot', '截图.png', png()],
    ['a long screenshot', '长图.png', png(30, 16_000)],
    ['WebP', '图.webp', webp()],
    ['AVIF', '图.avif', avif()],
    ['an animation', '动.gif', gif(4)],
    ['an SVG with a viewBox', '图.svg', svg('viewBox="0 0 40 20"')],
    ['an SVG with width and height', '图.svg', svg('width="40mm" height="20mm"')],
    ['a CSV file', '表.csv', Buffer.from('BMI,人数\n1,2\n')],
    ['a Word document', '表.docx', docx('张三')],
    ['a PDF', '表.pdf', pdf()],
    ['an Excel workbook', '表.xlsx', xlsx('张三')],
  ])('%s', async (_, name, bytes) => {
    expect(await faultOf(name, bytes)).toBeUndefined();
  });
});

describe('rejects', () => {
  const other = '的内容和它的扩展名不一致';
  const broken = '只有一部分，或者已经损坏';
  test.each([
    ['an empty file', 'a.jpg', Buffer.alloc(0), '“a.jpg”是空文件'],
    ['an iPhone photo under another name', 'a.avif', heic, '在 iPhone 的“设置→相机→格式”里选“兼容性最佳”'],
    ['an iPhone photo as .jpg', 'a.jpg', heic, '格式选“最兼容”'],
    ['a text', 'a.jpg', Buffer.from('图片以后再放'), other],
    ['a web page', 'a.png', Buffer.from('<html><body>404</body></html>'), other],
    ['PNG named .jpg', 'a.jpg', png(), `${other}：里面其实是 PNG 图片`],
    ['WebP named .jpg', 'a.jpg', webp(), `${other}：里面其实是 WEBP 图片`],
    ['TIFF named .jpg', 'a.jpg', tiff(), other],
    ['BMP named .png', 'a.png', bitmap, other],
    ['SVG named .png', 'a.png', svg('viewBox="0 0 9 9"'), `${other}：里面其实是 SVG 图片`],
    ['an Excel workbook named .csv', 'a.csv', Buffer.from('PK\x03\x04'), other],
    ['half of a photo', 'a.jpg', half(jpeg()), broken],
    ['half of a screenshot', 'a.png', half(png()), broken],
    ['half of a WebP image', 'a.webp', half(webp()), broken],
    ['half of an AVIF image', 'a.avif', half(avif()), broken],
    ['half of an animation', 'a.gif', half(gif(6)), broken],
    ['a signature alone', 'a.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), broken],
    ['an SVG without sizes', 'a.svg', svg(''), '“a.svg”没有写明宽和高'],
    ['an SVG with sizes in percent', 'a.svg', svg('width="100%" height="100%"'), '没有写明宽和高'],
    ['half of an SVG', 'a.svg', svg('viewBox="0 0 9 9"').subarray(0, 70), '“a.svg”里的图形画不出来'],
    [
      'an SVG with a script',
      'a.svg',
      svg('viewBox="0 0 9 9"', '<script>1</script>'),
      '“a.svg”不能用：里面有脚本',
    ],
    ['too many pixels', 'a.png', hugePng(20_000, 20_000), '“a.png”有 20000×20000 点，太大了'],
    ['a side that is too long', 'a.png', png(20, 30_000), '一边太长了，最多 16383 点'],
    ['too many frames', 'a.gif', sparseGif(300, 600), '“a.gif”有 300 幅画面，每幅 600×600 点，太大了'],
  ])('%s', async (_, name, bytes, sentence) => {
    expect(await faultOf(name, bytes)).toContain(sentence);
  });

  test('measures a rotated photo upright', async () => {
    const rotated = await (
      await import('sharp')
    )
      .default(await jpeg(60, 40))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(await readFileFacts(rotated)).toMatchObject({ width: 40, height: 60 });
  });
});

test('a drawing that only its cleaned form can measure has no size in a content folder', async () => {
  const drawing = Buffer.from(`\uFEFF${String(svg('viewBox="0 0 40 20"'))}`, 'utf16le');
  expect(await readFileFacts(drawing)).toEqual({ kind: 'svg', bytes: drawing.length });
  expect((await cleanFile(drawing)).facts).toMatchObject({ width: 40, height: 20 });
});
