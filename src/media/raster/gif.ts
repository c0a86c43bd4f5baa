/**
 * A GIF with only its frames and how often they repeat: no comments, texts, XMP or other extensions, and nothing after
 * its end. Undefined if its blocks cannot be told apart.
 */
export function bareGif(bytes: Buffer): Buffer | undefined {
  const start = 13 + colourTable(bytes[10] ?? 0);
  if (start > bytes.length) return undefined;
  const kept = [bytes.subarray(0, start)];
  for (let at = start; at < bytes.length;) {
    const kind = bytes[at];
    if (kind === trailer) return kept.length > 1 ? Buffer.concat([...kept, endMarker]) : undefined;
    const end = kind === frame ? endOfFrame(bytes, at) : kind === extension ? endOfBlocks(bytes, at + 2) : -1;
    if (end === -1) return undefined;
    const block = bytes.subarray(at, end);
    if (kind === frame || isTiming(block)) kept.push(block);
    else if (isRepeat(block)) kept.push(block);
    at = end;
  }
  return undefined;
}

const frame = 0x2c;
const extension = 0x21;
const trailer = 0x3b;
const endMarker = Buffer.from([trailer]);

const colourTable = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

const endOfFrame = (bytes: Buffer, at: number): number =>
  at + 10 > bytes.length ? -1 : endOfBlocks(bytes, at + 11 + colourTable(bytes[at + 9]!));

/** Data comes in blocks with their length before them; one of length 0 is the last. */
function endOfBlocks(bytes: Buffer, start: number): number {
  for (let at = start; at < bytes.length; at += bytes[at]! + 1) if (bytes[at] === 0) return at + 1;
  return -1;
}

/** Delay, transparency and what becomes of the frame before. */
const isTiming = (block: Buffer): boolean => block[1] === 0xf9 && block.length === 8;

const isRepeat = (block: Buffer): boolean =>
  block[1] === 0xff &&
  block.length === 19 &&
  ['NETSCAPE2.0', 'ANIMEXTS1.0'].includes(block.toString('latin1', 3, 14));
