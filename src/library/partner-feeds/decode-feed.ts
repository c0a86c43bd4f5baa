import { decodeText } from '../../model/files/decode-text.ts';

/** Labels that say nothing, because servers send them by default. */
const emptyWords = /^(?:utf-?8|us-ascii|ascii|iso-8859-1|latin1|windows-1252)$/i;

/**
 * Decodes a feed. Older Chinese sites send GBK without a label or labelled as UTF-8. So the bytes decide first, then
 * the label of the response, the feed or the page; what is neither UTF-8 nor labelled is decoded as GBK.
 */
export function decodeFeed(bytes: Uint8Array, contentType = ''): string {
  const { text, coding } = decodeText(bytes);
  if (coding === 'UTF-16') return text.replace(/^\uFEFF/, '');
  const declared = declaredIn(bytes, contentType);
  const isUtf8 = strictly('utf-8', bytes) !== undefined;
  // Two bytes of GBK can look like a Greek or Hebrew letter in UTF-8; a Chinese character in UTF-8 is no accident.
  if (isUtf8 && (/[\u0800-\uffff]/.test(text) || declared.length === 0)) return text.replace(/^\uFEFF/, '');
  for (const encoding of [...declared, 'gb18030']) {
    const read = strictly(encoding, bytes);
    if (read !== undefined) return read;
  }
  // Damaged in one place: the replacement character is reported for the entry that has it.
  if (coding === undefined && declared.length === 0) return text.replace(/^\uFEFF/, '');
  return new TextDecoder(declared[0] ?? 'gb18030').decode(bytes);
}

function declaredIn(bytes: Uint8Array, contentType: string): string[] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const named = [
    /charset=["']?([\w-]+)/i.exec(contentType)?.[1],
    /<\?xml[^<>]*encoding=["']([\w-]+)/i.exec(head)?.[1],
    /<meta[^<>]*charset=["']?([\w-]+)/i.exec(head)?.[1],
  ];
  return named.filter(
    (label) => label !== undefined && !emptyWords.test(label) && isKnown(label),
  ) as string[];
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label) instanceof TextDecoder;
  } catch {
    return false;
  }
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
