import { decodeText } from '../../model/files/decode-text.ts';

/** Labels that servers send without having looked: every sequence of bytes is one of these. */
const emptyWords = /^(?:utf-?8|us-ascii|ascii|iso-8859-1|latin1|windows-1252)$/i;

/**
 * A feed as text. Older Chinese sites write GBK and say nothing, or say UTF-8; so the bytes are believed first, then
 * what the answer, the feed or a page says, then that what is no UTF-8 is GBK.
 */
export function decodeFeed(bytes: Uint8Array, contentType = ''): string {
  const { text, coding } = decodeText(bytes);
  if (coding === 'UTF-16') return text.replace(/^\uFEFF/, '');
  const declared = declaredIn(bytes, contentType);
  const isUtf8 = strictly('utf-8', bytes) !== undefined;
  // Two letters of GBK can pass for one of Greek or Hebrew; a Chinese letter of UTF-8 is never chance.
  if (isUtf8 && (/[\u0800-\uffff]/.test(text) || declared.length === 0)) return text.replace(/^\uFEFF/, '');
  for (const encoding of [...declared, 'gb18030']) {
    const read = strictly(encoding, bytes);
    if (read !== undefined) return read;
  }
  // Damaged in one place: what was lost is told of the entry that it was lost in.
  if (coding === undefined && declared.length === 0) return text.replace(/^\uFEFF/, '');
  return new TextDecoder(declared[0] ?? 'gb18030').decode(bytes);
}

function declaredIn(bytes: Uint8Array, contentType: string): string[] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const named = [
    /charset=["']?([\w-]+)/i.exec(contentType)?.[1],
    /<\?xml[^>]*encoding=["']([\w-]+)/i.exec(head)?.[1],
    /<meta[^>]*charset=["']?([\w-]+)/i.exec(head)?.[1],
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
