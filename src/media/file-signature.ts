/** How files begin: a renamed web page must not pass for a picture. The first that fits is it. */
const beginnings: readonly (readonly [kind: string, fits: (bytes: Uint8Array, text: string) => boolean])[] = [
  ['png', starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['jpg', starts(0xff, 0xd8, 0xff)],
  ['gif', (_, text) => /^GIF8[79]a/.test(text)],
  ['webp', (_, text) => text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP'],
  // One container for both: the brands behind `ftyp` say which.
  ['avif', (_, text) => text.slice(4, 8) === 'ftyp' && /avi[fs]/.test(brandsIn(text))],
  ['heic', (_, text) => text.slice(4, 8) === 'ftyp' && /hei[cmsx]|hev[cmsx]|mif1|msf1/.test(brandsIn(text))],
  ['tif', (_, text) => text.startsWith('II*\0') || text.startsWith('MM\0*')],
  ['bmp', (_, text) => text.startsWith('BM') && text.slice(6, 10) === '\0\0\0\0'],
  ['zip', (_, text) => text.startsWith('PK\x03\x04')],
  ['pdf', (_, text) => text.slice(0, 1024).includes('%PDF-')],
  ['svg', (_, text) => /^(?:\xef\xbb\xbf)?\s*</.test(text) && /<(?:\w+:)?svg[\s>]/i.test(text)],
];

function starts(...signature: number[]): (bytes: Uint8Array) => boolean {
  return (bytes) => signature.every((byte, index) => bytes[index] === byte);
}

const brandsIn = (text: string): string => text.slice(8, Math.max(16, text.charCodeAt(3)));

/** What a file is by its bytes, as an extension; empty for an empty file and for one that is none of the known. */
export function fileKindOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headLength)).toString(
    'latin1',
  );
  return beginnings.find(([, fits]) => fits(bytes, text))?.[0] ?? '';
}

/** Drawing programs write comments before the drawing, and PDF may begin this late. */
const headLength = 64 * 1024;
