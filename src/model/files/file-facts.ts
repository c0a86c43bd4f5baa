import { percentDecoded } from '../addresses/percent-decoded.ts';
import { documentTypes, extensionOf, fileNameFault, longNameFault, pictureTypes } from './file-names.ts';
import { quoted } from '../problems.ts';

/** What the bytes of a file show. `fileFault` decides what is wrong. */
export interface FileFacts {
  /** The file type as an extension, empty if unknown. A renamed HEIC photo is still `heic`, any old office file `ole`. */
  kind: string;
  bytes: number;
  /** The size of one frame of a picture, after rotation. */
  width?: number;
  height?: number;
  frames?: number;
  /** The file cannot be read completely. */
  broken?: true;
  /** Why the file must not be stored: what a drawing or a document contains that runs or that names people. */
  unsafe?: string;
}

/** Decoding needs memory for each pixel of each frame. No screen or sheet shows more than this. */
export const maxPixels = 100_000_000;
/** The largest side in the formats that pages use (WebP, AVIF). */
export const maxSide = 16_383;

const sameKind = new Map([['jpeg', 'jpg']]);

/** What is wrong with the bytes of a file, as a message for editors. Undefined if the file is fine. */
export function fileFault(name: string, facts: FileFacts): string | undefined {
  const extension = extensionOf(name);
  const file = quoted(name);
  if (facts.bytes === 0) return `${file}是空文件，请重新选择。`;
  if (facts.kind === 'heic') return `${file}是${heicSentence}`;
  if (facts.kind === 'ole') return `${file}是旧的 Office 格式，或者设了打开密码。${saveAnew}。`;
  // A CSV file has no signature.
  const expected = extension === 'csv' ? '' : (sameKind.get(extension) ?? extension);
  // An office file that cannot be read to its end may be of any kind.
  const unread = facts.kind === 'zip' && ['docx', 'xlsx'].includes(extension) && documentFault(file, facts);
  if (unread) return unread;
  if (facts.kind !== expected) {
    if (pictureTypes.includes(extension) && pictureTypes.includes(facts.kind)) {
      return `${file}的内容和它的扩展名不一致：里面其实是 ${facts.kind.toUpperCase()} 图片。请用看图软件打开，另存为 ${extension.toUpperCase()} 后再放进来。`;
    }
    return `${file}的内容和它的扩展名不一致，请用看图或办公软件打开、另存为这种格式后再放进来。`;
  }
  return pictureTypes.includes(extension) ? pictureFault(file, facts) : documentFault(file, facts);
}

const saveAnew = '请用办公软件打开，去掉密码，另存为 .docx、.xlsx 或 PDF 后再放进来';

function documentFault(file: string, { unsafe, broken }: FileFacts): string | undefined {
  if (unsafe !== undefined) return `${file}不能用：${unsafe}。`;
  return broken ? `${file}打不开：文件可能只有一部分，或者已经损坏。${saveAnew}。` : undefined;
}

function pictureFault(
  file: string,
  { kind, broken, unsafe, width, height, frames = 1 }: FileFacts,
): string | undefined {
  const save = '请在绘图软件里另存为“普通 SVG”，或者导出成 PNG';
  if (unsafe !== undefined) return `${file}不能用：${unsafe}。${save}。`;
  if (width !== undefined && height !== undefined && kind !== 'svg') {
    const size = `${String(width)}×${String(height)} 点`;
    if (width * height * frames > maxPixels) {
      return frames > 1
        ? `${file}有 ${String(frames)} 幅画面，每幅 ${size}，太大了。请截短或缩小，或换成一张静止的图片。`
        : `${file}有 ${size}，太大了。请先缩小到长和宽都不超过 4000 点，再放进来。`;
    }
    if (Math.max(width, height) > maxSide) {
      return `${file}有 ${size}，一边太长了，最多 ${String(maxSide)} 点。请裁成几张，或缩小后再放进来。`;
    }
  }
  if (broken) {
    return kind === 'svg'
      ? `${file}里的图形画不出来：文件可能只有一半。${save}。`
      : `${file}只有一部分，或者已经损坏，打不开。请从相机、手机或原来的邮件里重新取一份，再放进来。`;
  }
  if (width === undefined || height === undefined || width < 1 || height < 1) {
    return kind === 'svg'
      ? `${file}没有写明宽和高，网页排不了版。${save}。`
      : `${file}里宽和高写得不合规矩，网页排不了版。请用看图软件打开，另存一份，再放进来。`;
  }
  return undefined;
}

const heicSentence =
  ' iPhone 的 HEIC 照片，多数浏览器打不开。请换成 JPG：在 iPhone 的“设置→相机→格式”里选“兼容性最佳”再拍；' +
  '已经拍好的，在照片里点“分享→选项”，格式选“最兼容”，再存储或发送。在电脑上可以用看图软件另存为 JPG。';

const isHeic = (extension: string): boolean => /^hei[cf]s?$/.test(extension);

/** Why `src` cannot be a picture, judged by its name. Undefined if it can. */
export function pictureKindFault(src: string): string | undefined {
  const spelled = [src, src.replace(/[?#].*$/s, '')].map(
    (each) => percentDecoded(each).split('/').at(-1) ?? '',
  );
  if (spelled.some((name) => pictureTypes.includes(extensionOf(name)))) return undefined;
  const name = spelled[1]!;
  const extension = extensionOf(name);
  const picture = `图片${quoted(name)}`;
  if (isHeic(extension)) return `${picture}是${heicSentence}`;
  if (documentTypes.includes(extension)) {
    const words = name.slice(0, -extension.length - 1);
    return `${quoted(name)}不是图片，显示不出来。请改成链接，如“[${words}](${name})”，或换成图片。`;
  }
  const advice = '请用看图软件打开，另存为 JPG 或 PNG，再用新的文件名';
  return extension === ''
    ? `${picture}的文件名没有扩展名，看不出是哪种图片。${advice}。`
    : `${picture}不能用，图片只能是 ${pictureTypes.join('、')} 文件。${advice}。`;
}

/** The message for a file type that is not one of `known`. */
export function unknownKind(name: string, known: readonly string[]): string {
  const extension = extensionOf(name);
  if (isHeic(extension)) return `${quoted(name)}是${heicSentence}`;
  const other = known.includes('pdf') ? otherOffice.get(extension) : undefined;
  if (other !== undefined) return `${quoted(name)}不能上传：${other}，再放进来。`;
  return `${quoted(name)}不能上传，可以上传的文件有：${known.join('、')}。`;
}

const oldOffice = '旧格式里清理不掉作者和宏。请在办公软件里另存为 .docx、.xlsx 或 PDF';
const withMacros = '它可以带宏。请另存为不带宏的 .docx 或 .xlsx';
const slides = '请在演示软件里导出成 PDF';
/** Files that offices have and that are not taken, with what to do. */
const otherOffice = new Map<string, string>([
  ...['doc', 'dot', 'xls', 'wps', 'et', 'rtf'].map((each) => [each, oldOffice] as const),
  ...['docm', 'dotm', 'xlsm', 'xlsb', 'xltm'].map((each) => [each, withMacros] as const),
  ...['ppt', 'pptx', 'pptm', 'dps'].map((each) => [each, slides] as const),
]);

/** The limit for one file, for the networks and phones of today. */
export const mostMegabytes = 10;

/** The message for a file that is too large, or undefined. */
export function sizeFault(name: string, bytes: number): string | undefined {
  const megabytes = bytes / 1024 / 1024;
  if (megabytes <= mostMegabytes) return undefined;
  return `${quoted(name)}有 ${megabytes.toFixed(1)} MB，每个文件不能超过 ${String(mostMegabytes)} MB，请压缩后再上传。`;
}

/** The message for a file name that cannot be used, for files of any type. */
export function nameFault(name: string): string | undefined {
  const fault = fileNameFault(name.normalize('NFC')) ?? longNameFault(name);
  return fault === undefined ? undefined : `文件名${quoted(name)}${fault}。`;
}
