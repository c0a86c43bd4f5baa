/** What a text file was saved in, where it is not UTF-8. */
export type Coding = 'GBK' | 'UTF-16';

export interface DecodedText {
  text: string;
  coding?: Coding;
}

/**
 * The text in a file's bytes, and what it was saved in if that is not UTF-8: Notepad's "ANSI" and Excel's CSV are GBK in
 * China, "Unicode" is UTF-16. Such a text is read all the same, so that it can be looked at and saved anew. A byte order
 * mark of UTF-8 stays, for the file is to be written back as it was.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = wideOrder(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), coding: 'UTF-16' };
  const strict = strictly('utf-8', bytes);
  if (strict !== undefined) return { text: strict };
  const lossy = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  // One damaged place in a text of UTF-8 is no other encoding; read as GBK all the rest would be wrong.
  const lost = countOf(lossy, /\uFFFD/g);
  const chinese = strictly('gb18030', bytes);
  if (chinese === undefined || lost * 4 < countOf(lossy, /[\u3400-\u9fff]/g)) return { text: lossy };
  return { text: chinese, coding: 'GBK' };
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-16 by its mark, or by the zeros that half of every line break, digit and Latin letter is in it. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length % 2 === 1) return undefined;
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, 2000);
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Three dashes and two line breaks are there in any entry. A few zeros on the other side are 一 (U+4E00), 开 or 最;
  // a stray one alone is none of the two.
  if (Math.max(even, odd) < Math.min(even, odd) * 2 + 4) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const names: Record<Coding, string> = { GBK: 'GBK（也叫 ANSI）', 'UTF-16': 'UTF-16（也叫 Unicode）' };

/** For a text that has to be saved anew. */
export const codingSentence = (coding: Coding): string =>
  `这个文件是用 ${names[coding]}编码保存的，直接发布会是乱码。请用记事本打开它，选“另存为”，编码选“UTF-8”，再放回来。`;

/** The same of a table, which people keep in a spreadsheet. */
export const tableCodingSentence = (name: string, coding: Coding): string =>
  `表格文件“${name}”是用 ${names[coding]}编码保存的，读者看到的会是乱码。请在表格软件里另存为“CSV UTF-8”，再放上来。`;
