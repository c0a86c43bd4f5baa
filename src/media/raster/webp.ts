export interface BareWebp {
  bytes: Buffer;
  lossless: boolean;
}

/**
 * A WebP picture with only the chunks that draw it: no EXIF, XMP, colour profile or unknown chunks, and nothing after its
 * end. Undefined if its chunks cannot be told apart.
 */
export function bareWebp(bytes: Buffer): BareWebp | undefined {
  if (bytes.length < 12) return undefined;
  const end = 8 + bytes.readUInt32LE(4);
  const chunks = end <= bytes.length ? chunksOf(bytes.subarray(12, end)) : undefined;
  const kept = chunks?.flatMap((chunk) => chunkToKeep(chunk) ?? []);
  if (!kept || kept.length === 0) return undefined;
  const body = Buffer.concat(kept);
  const head = Buffer.from('RIFF\0\0\0\0WEBP');
  head.writeUInt32LE(4 + body.length, 4);
  return {
    bytes: Buffer.concat([head, body]),
    lossless: kept.some((chunk) => typeOf(chunk) === 'VP8L'),
  };
}

/** Size and flags, frames, transparency and pixels. */
const drawing = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM']);

const typeOf = (chunk: Buffer): string => chunk.toString('latin1', 0, 4);

/** The bits of VP8X for transparency and animation, without those for a colour profile, EXIF and XMP. */
const drawingFlags = 0x12;

function chunkToKeep(chunk: Buffer): Buffer | undefined {
  const type = typeOf(chunk);
  if (type === 'ANMF') return frameToKeep(chunk);
  if (!drawing.has(type)) return undefined;
  if (type !== 'VP8X') return chunk;
  const plain = Buffer.from(chunk);
  plain[8]! &= drawingFlags;
  plain.fill(0, 9, 12);
  return plain;
}

/** A frame has 16 bytes of place and timing and then chunks of its own. */
function frameToKeep(chunk: Buffer): Buffer | undefined {
  const inside = chunksOf(chunk.subarray(24, 8 + chunk.readUInt32LE(4)));
  if (!inside) return undefined;
  const kept = Buffer.concat([
    chunk.subarray(0, 24),
    ...inside.filter((each) => ['VP8 ', 'VP8L', 'ALPH'].includes(typeOf(each))),
  ]);
  kept.writeUInt32LE(kept.length - 8, 4);
  return kept;
}

/** Each chunk has a type, a length, its data, and a byte more if the length is odd. */
function chunksOf(bytes: Buffer): Buffer[] | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    if (at + 8 > bytes.length) return undefined;
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length;
    if (end > bytes.length) return undefined;
    // The byte that fills up an odd length is the only one outside every chunk: always zero.
    chunks.push(
      length % 2 === 0 ? bytes.subarray(at, end) : Buffer.concat([bytes.subarray(at, end), Buffer.alloc(1)]),
    );
    at = end + (length % 2);
  }
  return chunks;
}
