import { quoted } from '../../src/model/problems.ts';
import { Refusal } from './refusal.ts';
import { svgFault } from './svg.ts';

export const mostMegabytes = 10;

interface FileType {
  mime: string;
  /** How such a file begins; a renamed web page must not pass for a picture. */
  begins?: (bytes: Buffer) => boolean;
}

const starts =
  (...signature: number[]) =>
  (bytes: Buffer): boolean =>
    signature.every((byte, index) => bytes[index] === byte);
const zip = starts(0x50, 0x4b, 3, 4);

export const fileTypes: Readonly<Record<string, FileType>> = {
  png: { mime: 'image/png', begins: starts(0x89, 0x50, 0x4e, 0x47) },
  jpg: { mime: 'image/jpeg', begins: starts(0xff, 0xd8, 0xff) },
  jpeg: { mime: 'image/jpeg', begins: starts(0xff, 0xd8, 0xff) },
  gif: { mime: 'image/gif', begins: starts(0x47, 0x49, 0x46, 0x38) },
  webp: { mime: 'image/webp', begins: (bytes) => bytes.subarray(8, 12).toString('latin1') === 'WEBP' },
  avif: { mime: 'image/avif', begins: (bytes) => bytes.subarray(4, 8).toString('latin1') === 'ftyp' },
  svg: { mime: 'image/svg+xml' },
  pdf: { mime: 'application/pdf', begins: (bytes) => bytes.subarray(0, 1024).includes('%PDF-') },
  csv: { mime: 'text/csv; charset=utf-8' },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', begins: zip },
  docx: { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', begins: zip },
};

export const extensionOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** Lets a file in, or says why not and what to do. */
export function checkUpload(path: string, bytes: Buffer): void {
  const name = quoted(path.split('/').at(-1) ?? path);
  const type = fileTypes[extensionOf(path)];
  if (!type) {
    const known = Object.keys(fileTypes).join('、');
    throw new Refusal(422, `${name}不能上传，可以上传的文件有：${known}。`);
  }
  if (bytes.length === 0) throw new Refusal(422, `${name}是空文件，请重新选择。`);
  if (bytes.length > mostMegabytes * 1024 * 1024) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    throw new Refusal(
      413,
      `${name}有 ${size} MB，每个文件不能超过 ${String(mostMegabytes)} MB，请压缩后再上传。`,
    );
  }
  if (type.begins && !type.begins(bytes)) {
    throw new Refusal(
      422,
      `${name}的内容和它的扩展名不一致，请用看图或办公软件打开、另存为这种格式后再上传。`,
    );
  }
  const fault = extensionOf(path) === 'svg' ? svgFault(bytes) : undefined;
  if (fault !== undefined) {
    throw new Refusal(422, `${name}不能上传：${fault}。请在绘图软件里另存为“普通 SVG”，或者导出成 PNG。`);
  }
}
