/** The encoding of a text file that is not UTF-8. */
export type Coding = 'GBK' | 'UTF-16';

export interface DecodedText {
  text: string;
  coding?: Coding;
}

/**
 * The text of a file, and its encoding if it is not UTF-8. In China, Notepad's "ANSI" and Excel's CSV are GBK; "Unicode"
 * is UTF-16. Such a text is still decoded, so that editors can see it and save it again. The byte order mark of UTF-8
 * stays, because the file is written back unchanged.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Order(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), coding: 'UTF-16' };
  const strict = decodeStrictly('utf-8', bytes);
  if (strict !== undefined) return { text: strict };
  const lossy = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  // A few damaged characters in UTF-8 do not make it GBK: decoded as GBK, everything else would be wrong.
  const lost = countOf(lossy, /\uFFFD/g);
  const chinese = decodeStrictly('gb18030', bytes);
  if (chinese === undefined || lost * 4 < countOf(lossy, /[\u3400-\u9fff]/g)) return { text: lossy };
  return { text: chinese, coding: 'GBK' };
}

function decodeStrictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-16 has a byte order mark, or a zero byte in every line break, digit and Latin letter. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length % 2 === 1) return undefined;
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, 2000);
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Every entry has three dashes and two line breaks. A few zeros in the other half come from 一 (U+4E00), 开 or 最. A
  // single zero is neither.
  if (Math.max(even, odd) < Math.min(even, odd) * 2 + 4) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const names: Record<Coding, string> = { GBK: 'GBK（也叫 ANSI）', 'UTF-16': 'UTF-16（也叫 Unicode）' };

/** The message for a text that must be saved again as UTF-8. */
export const codingSentence = (coding: Coding): string =>
  `这个文件是用 ${names[coding]}编码保存的，直接发布会是乱码。请用记事本打开它，选“另存为”，编码选“UTF-8”，再放回来。`;

/** The same for a table, which people edit in a spreadsheet. */
export const tableCodingSentence = (name: string, coding: Coding): string =>
  `表格文件“${name}”是用 ${names[coding]}编码保存的，读者看到的会是乱码。请在表格软件里另存为“CSV UTF-8”，再放上来。`;
