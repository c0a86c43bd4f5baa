/** Files from phones, cameras, scanners and chats, with their usual names. */
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import type { Draw } from './draw.ts';

export interface HabitFile {
  name: string;
  bytes: Buffer | string;
  /** The name in a text, where it differs. */
  named?: string;
  isPicture: boolean;
}

const photo = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: { r: 160, g: 60, b: 40 } } });

const svg = (attributes: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="40" height="30" fill="#a33"/></svg>`;

type Make = (name: string) => Promise<HabitFile> | HabitFile;
const picture = (name: string, bytes: Buffer | string, named?: string): HabitFile => ({
  name,
  bytes,
  isPicture: true,
  ...(named === undefined ? {} : { named }),
});

const plain: Make[] = [
  async (name) => picture(`${name}.jpg`, await photo(640, 480).jpeg().toBuffer()),
  async (name) => picture(`${name}.png`, await photo(300, 200).png().toBuffer()),
  async (name) => picture(`${name}.webp`, await photo(300, 200).webp().toBuffer()),
  (name) => picture(`${name}.svg`, svg('width="40" height="30" viewBox="0 0 40 30"')),
  async (name) =>
    picture(`${name}.jpeg`, await photo(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer()),
  async (name) => picture(`${name}.jpg`, await photo(1, 1).jpeg().toBuffer()),
  async (name) => picture(`${name}.JPG`, await photo(200, 100).jpeg().toBuffer()),
];

const odd: Make[] = [
  async (name) => picture(`${name}.avif`, await photo(64, 64).avif({ effort: 0 }).toBuffer()),
  async (name) => picture(`${name}.gif`, await photo(64, 64).gif().toBuffer()),
  async (name) => picture(`${name}.jpg`, await photo(64, 64).webp().toBuffer()),
  async (name) => picture(`${name}.png`, await photo(64, 64).jpeg().toBuffer()),
  async (name) => picture(name, await photo(64, 64).jpeg().toBuffer()),
  async (name) => picture(`${name}.jpg`, (await photo(640, 480).jpeg().toBuffer()).subarray(0, 400)),
  async (name) => picture(`${name}.png`, (await photo(640, 480).png().toBuffer()).subarray(0, 60)),
  async (name) => picture(`${name}.jpg`, await photo(90, 90).jpeg().toBuffer(), `${name}.jpg?x=1`),
  async (name) => picture(`${name} 1.jpg`, await photo(90, 90).jpeg().toBuffer(), `${name}%201.jpg`),
  async (name) => picture(`${name}.jpg`, await photo(90, 90).jpeg().toBuffer(), `${name}.JPG`),
  (name) => picture(`${name}.jpg`, '这不是图片'),
  (name) => picture(`${name}.jpg`, ''),
  (name) => picture(`${name}.heic`, heic()),
  (name) => picture(`${name}.avif`, heic()),
  (name) => picture(`${name}.svg`, svg('')),
  (name) => picture(`${name}.svg`, svg('viewBox="0 0 40 30"')),
  (name) => picture(`${name}.svg`, svg('width="40" height="30"').replace('</svg>', '')),
  (name) => picture(`${name}.svg`, `<!doctype html><h1>404</h1>`),
  (name) => picture(`${name}.bmp`, Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)])),
  // A header with more pixels than any server can hold.
  async (name) => picture(`${name}.png`, hugePng(await photo(8, 8).png().toBuffer())),
];

const heic = (): Buffer =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic'),
    Buffer.alloc(4),
    Buffer.from('mif1heic'),
  ]);

function hugePng(png: Buffer): Buffer {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(20_000, 16);
  bytes.writeUInt32BE(20_000, 20);
  return bytes;
}

const names = [
  'tupian',
  '食堂照片',
  'IMG_20260315_101010',
  '_DSC0123',
  '微信图片_2026',
  '门口（东侧）',
  'a b',
  '·海报',
  '100%',
  '第1张。',
];

/** Four of five files are what their names say. */
export const pictureOf = async (draw: Draw): Promise<HabitFile> =>
  draw.one(draw.chance(0.88) ? plain : odd)(draw.chance(0.6) ? 'tupian' : draw.one(names));

/** Data of a survey, saved by a spreadsheet program. */
export const tableFile = (draw: Draw): HabitFile => ({
  name: 'shuju.csv',
  isPicture: false,
  bytes: draw.one<Buffer | string>([
    '楼栋,人数\n1栋,30\n2栋,25\n',
    '\uFEFF楼栋,人数\r\n1栋,30\r\n',
    '楼栋,人数\n"1栋, 东",30\n',
    '楼栋;人数\n1栋;30\n',
    '楼栋,人数\n1栋,30,多一格\n',
    '楼栋,人数\n1栋,三十\n',
    '',
    Buffer.from([0xc2, 0xa5, 0xb6, 0xb0, 0x2c, 0xc8, 0xcb, 0xca, 0xfd, 0x0a, 0x31, 0x2c, 0x32, 0x0a]),
    '楼栋,人数\n1\u000B栋,30\n',
  ]),
});
