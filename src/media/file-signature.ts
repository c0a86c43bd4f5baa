/** The first bytes of each file type: a renamed web page must not be accepted as an image. The first match counts. */
const signatures: readonly (readonly [
  kind: string,
  matches: (bytes: Uint8Array, text: string) => boolean,
])[] = [
  ['png', starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['jpg', starts(0xff, 0xd8, 0xff)],
  ['gif', (_, text) => /^GIF8[79]a/.test(text)],
  ['webp', (_, text) => text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP'],
  // Both use the same container. The brands after `ftyp` tell them apart.
  ['avif', (_, text) => text.slice(4, 8) === 'ftyp' && /avi[fs]/.test(brandsIn(text))],
  ['heic', (_, text) => text.slice(4, 8) === 'ftyp' && /hei[cmsx]|hev[cmsx]|mif1|msf1/.test(brandsIn(text))],
  ['tif', (_, text) => text.startsWith('II*\0') || text.startsWith('MM\0*')],
  ['bmp', (_, text) => text.startsWith('BM') && text.slice(6, 10) === '\0\0\0\0'],
  ['zip', (_, text) => text.startsWith('PK\x03\x04')],
  ['ole', starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  ['pdf', (_, text) => text.slice(0, 1024).includes('%PDF-')],
  ['svg', (_, text) => isSvg(text)],
  // In UTF-16 every other byte is 0.
  ['svg', (_, text) => /^(?:\xff\xfe|\xfe\xff)/.test(text) && isSvg(text.slice(2).replaceAll('\0', ''))],
];

const isSvg = (text: string): boolean =>
  /^(?:\xef\xbb\xbf)?\s*</.test(text) && /<(?:\w+:)?svg[\s>]/i.test(text);

function starts(...signature: number[]): (bytes: Uint8Array) => boolean {
  return (bytes) => signature.every((byte, index) => bytes[index] === byte);
}

const brandsIn = (text: string): string => text.slice(8, Math.max(16, text.charCodeAt(3)));

/** The type of a file by its bytes, as an extension. Empty for an empty file or an unknown type. */
export function fileKindOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headLength)).toString(
    'latin1',
  );
  return signatures.find(([, matches]) => matches(bytes, text))?.[0] ?? '';
}

/** Drawing programs write comments before the root element, and a PDF may start late. */
const headLength = 64 * 1024;
