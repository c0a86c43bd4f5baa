import { describe, expect, test } from 'vitest';
import { fileFault } from '../model/files/file-facts.ts';
import { readFileFacts } from './read-file-facts.ts';
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

describe('files that can be used', () => {
  test.each([
    ['a photograph', '照片.jpg', jpeg()],
    ['with its long ending', '照片.jpeg', jpeg()],
    ['in capitals', 'IMG_2031.JPG', jpeg()],
    ['in print colours', '印刷.jpg', inPrintColours()],
    ['a screenshot', '截图.png', png()],
    ['a long screenshot', '长图.png', png(30, 16_000)],
    ['WebP', '图.webp', webp()],
    ['AVIF', '图.avif', avif()],
    ['one that moves', '动.gif', gif(4)],
    ['a drawing with a frame', '图.svg', svg('viewBox="0 0 40 20"')],
    ['a drawing with sizes', '图.svg', svg('width="40mm" height="20mm"')],
    ['a table', '表.csv', Buffer.from('BMI,人数\n1,2\n')],
    ['a document', '表.docx', Buffer.from('PK\x03\x04……')],
    ['a printed page', '表.pdf', Buffer.from('\n%PDF-1.7')],
  ])('%s', async (_, name, bytes) => {
    expect(await faultOf(name, bytes)).toBeUndefined();
  });
});

describe('files that cannot', () => {
  const other = '的内容和它的扩展名不一致';
  const broken = '只有一部分，或者已经损坏';
  test.each([
    ['an empty one', 'a.jpg', Buffer.alloc(0), '“a.jpg”是空文件'],
    [
      'a photograph of an iPhone under another name',
      'a.avif',
      heic,
      '在 iPhone 的“设置→相机→格式”里选“兼容性最佳”',
    ],
    ['and as a photograph', 'a.jpg', heic, '格式选“最兼容”'],
    ['a text', 'a.jpg', Buffer.from('图片以后再放'), other],
    ['a web page', 'a.png', Buffer.from('<html><body>404</body></html>'), other],
    ['PNG called jpg', 'a.jpg', png(), `${other}：里面其实是 PNG 图片`],
    ['WebP called jpg', 'a.jpg', webp(), `${other}：里面其实是 WEBP 图片`],
    ['TIFF called jpg', 'a.jpg', tiff(), other],
    ['a bitmap called png', 'a.png', bitmap, other],
    ['a drawing called png', 'a.png', svg('viewBox="0 0 9 9"'), `${other}：里面其实是 SVG 图片`],
    ['a workbook called csv', 'a.csv', Buffer.from('PK\x03\x04'), other],
    ['half a photograph', 'a.jpg', half(jpeg()), broken],
    ['half a screenshot', 'a.png', half(png()), broken],
    ['half of WebP', 'a.webp', half(webp()), broken],
    ['half of AVIF', 'a.avif', half(avif()), broken],
    ['half of one that moves', 'a.gif', half(gif(6)), broken],
    ['nothing but a beginning', 'a.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), broken],
    ['a drawing without sizes', 'a.svg', svg(''), '“a.svg”没有写明宽和高'],
    ['one as wide as its place', 'a.svg', svg('width="100%" height="100%"'), '没有写明宽和高'],
    ['half a drawing', 'a.svg', svg('viewBox="0 0 9 9"').subarray(0, 70), '“a.svg”里的图形画不出来'],
    [
      'a drawing that acts',
      'a.svg',
      svg('viewBox="0 0 9 9"', '<script>1</script>'),
      '“a.svg”不能用：里面有脚本',
    ],
    ['too many points', 'a.png', hugePng(20_000, 20_000), '“a.png”有 20000×20000 点，太大了'],
    ['too long a strip', 'a.png', png(20, 30_000), '一边太长了，最多 16383 点'],
    ['too many frames', 'a.gif', sparseGif(300, 600), '“a.gif”有 300 幅画面，每幅 600×600 点，太大了'],
  ])('%s', async (_, name, bytes, sentence) => {
    expect(await faultOf(name, bytes)).toContain(sentence);
  });

  test('a photograph that lies on its side is measured upright', async () => {
    const lying = await (
      await import('sharp')
    )
      .default(await jpeg(60, 40))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(await readFileFacts(lying)).toMatchObject({ width: 40, height: 60 });
  });
});
