/**
 * A JPEG with only the parts that draw it: no EXIF, XMP, IPTC, comment, colour profile or thumbnail, and nothing after
 * its end. The picture itself is copied bit for bit. Undefined if its parts cannot be told apart. Inside a PDF the end
 * may be missing.
 */
export function bareJpeg(bytes: Buffer, { mayEnd = false } = {}): Buffer | undefined {
  const kept: Buffer[] = [startOfImage];
  let scans = 0;
  for (let at = 2; at < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    // A marker may follow any number of these.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) return scans > 0 ? Buffer.concat([...kept, endMarker]) : undefined;
    if (at + 4 > bytes.length) return undefined;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length) return undefined;
    const part = partToKeep(marker, bytes.subarray(at, end));
    if (part) kept.push(part);
    at = end;
    if (marker !== startOfScan) continue;
    scans += 1;
    if (scans > maxScans) return undefined;
    at = endOfScan(bytes, end);
    kept.push(bytes.subarray(end, at));
  }
  return mayEnd && scans > 0 ? Buffer.concat([...kept, endMarker]) : undefined;
}

const startOfImage = Buffer.from([0xff, 0xd8]);
const endMarker = Buffer.from([0xff, 0xd9]);
const endOfImage = 0xd9;
const startOfScan = 0xda;
/** Cameras and editors write about ten. Each one goes over all pixels, so thousands would keep the decoder busy for hours. */
const maxScans = 100;

/** Frames, tables, restart intervals, scans and number of lines. */
const drawing = new Set([0xc4, 0xcc, startOfScan, 0xdb, 0xdc, 0xdd]);
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function partToKeep(marker: number, part: Buffer): Buffer | undefined {
  if (isFrame(marker) || drawing.has(marker)) return part;
  // The density, without a thumbnail.
  if (marker === 0xe0 && part.length >= 18 && part.toString('latin1', 4, 9) === 'JFIF\0') {
    const [major, minor, unit] = [1, part[10] === 2 ? 2 : 1, Math.min(part[11]!, 2)];
    return Buffer.from([0xff, 0xe0, 0, 16, ...jfif, major, minor, unit, ...part.subarray(12, 16), 0, 0]);
  }
  // Says how colours are stored. Without it, CMYK and RGB pictures are drawn wrongly.
  if (marker === 0xee && part.length >= 16 && part.toString('latin1', 4, 9) === 'Adobe') {
    return Buffer.from([0xff, 0xee, 0, 14, ...adobe, 0, 100, 0, 0, 0, 0, Math.min(part[15]!, 2)]);
  }
  return undefined;
}

const jfif = Buffer.from('JFIF\0');
const adobe = Buffer.from('Adobe');

/** Where the data of a scan ends: at the first marker that is neither an escaped byte nor a restart. */
function endOfScan(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7) && next !== 0xff) return at;
  }
  return bytes.length;
}
