import { UnsafeSvg } from './unsafe-svg.ts';

/**
 * The text of an SVG file, in the encoding that its first bytes or its XML declaration name. It is stored in UTF-8, so
 * browsers read what was checked, whatever the file said.
 */
export function decodeSvg(bytes: Uint8Array): string {
  const label = encodingOf(bytes);
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    // The declaration of an encoding that is no longer true.
    return text.replace(/^<\?xml\s[^<>]*\?>/, '');
  } catch {
    throw new UnsafeSvg(notText);
  }
}

const notText = '它的文字编码读不出来';

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1');
  const [, declared] = /^(?:\xef\xbb\xbf)?<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.-]+)["']/.exec(head) ?? [];
  const wanted = declared?.toLowerCase() ?? 'utf-8';
  if (!encodings.includes(wanted)) throw new UnsafeSvg(notText);
  return wanted;
}

/** What office programs in China and elsewhere declare. Not UTF-7 and others in which a tag looks like something else. */
const encodings = ['utf-8', 'utf8', 'us-ascii', 'iso-8859-1', 'windows-1252', 'gb2312', 'gbk', 'gb18030'];
