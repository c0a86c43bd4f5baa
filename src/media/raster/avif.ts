/**
 * Whether an AVIF picture holds only what draws it. Its parts are named by their place in the file, so nothing can be
 * taken out; one that holds more is encoded again.
 */
export function isBareAvif(bytes: Buffer): boolean {
  const boxes = boxesIn(bytes, 0, bytes.length);
  const [ftyp, meta, ...rest] = boxes ?? [];
  if (ftyp?.type !== 'ftyp' || meta?.type !== 'meta' || rest.length !== 1 || rest[0]!.type !== 'mdat')
    return false;
  const parts = boxesIn(bytes, meta.start + 4, meta.end);
  const location = parts?.find(({ type }) => type === 'iloc');
  return (
    parts !== undefined &&
    location !== undefined &&
    parts.every((box) => isBarePart(bytes, box)) &&
    coversAll(bytes, location, rest[0]!)
  );
}

interface Box {
  type: string;
  start: number;
  end: number;
}

/** Boxes with their length and type before them, one after the other. Undefined if they do not fill the room exactly. */
function boxesIn(bytes: Buffer, from: number, to: number): Box[] | undefined {
  const boxes: Box[] = [];
  for (let at = from; at < to;) {
    if (at + 8 > to) return undefined;
    const end = at + bytes.readUInt32BE(at);
    if (end < at + 8 || end > to) return undefined;
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at + 8, end });
    at = end;
  }
  return boxes;
}

const plainParts = new Set(['pitm', 'iloc', 'iref', 'idat']);
const pictureItems = new Set(['av01', 'grid']);
const properties = new Set([
  'ispe',
  'pixi',
  'av1C',
  'irot',
  'imir',
  'auxC',
  'clap',
  'pasp',
  'clli',
  'a1lx',
  'a1op',
  'lsel',
]);

function isBarePart(bytes: Buffer, { type, start, end }: Box): boolean {
  switch (type) {
    case 'hdlr':
      // Its last field is a name for people.
      return bytes.subarray(start + 20, end).every((byte) => byte === 0);
    case 'iinf': {
      const version = bytes[start];
      const items = boxesIn(bytes, start + (version === 0 ? 6 : 8), end);
      return items?.every((item) => isPictureItem(bytes, item)) ?? false;
    }
    case 'iprp': {
      const inside = boxesIn(bytes, start, end) ?? [];
      const container = inside.find((box) => box.type === 'ipco');
      const held = container && boxesIn(bytes, container.start, container.end);
      return (
        inside.every((box) => ['ipco', 'ipma'].includes(box.type)) &&
        (held?.every((box) => isPlainProperty(bytes, box)) ?? false)
      );
    }
    default:
      return plainParts.has(type);
  }
}

/** An item of pixels: not of EXIF, XMP or anything else. The names are those that encoders give. */
function isPictureItem(bytes: Buffer, { type, start, end }: Box): boolean {
  const version = bytes[start] ?? 0;
  if (type !== 'infe' || version < 2) return false;
  const kind = start + (version === 2 ? 8 : 10);
  const name = bytes.toString('latin1', kind + 4, end).replace(/\0+$/, '');
  return pictureItems.has(bytes.toString('latin1', kind, kind + 4)) && /^(?:Color|Alpha)?$/.test(name);
}

const isPlainProperty = (bytes: Buffer, { type, start }: Box): boolean =>
  properties.has(type) || (type === 'colr' && bytes.toString('latin1', start, start + 4) === 'nclx');

/** Whether the items fill the room for data, so that nothing is hidden between them. */
function coversAll(bytes: Buffer, { start, end }: Box, data: Box): boolean {
  const version = bytes[start]!;
  const [offsetSize, lengthSize] = [bytes[start + 4]! >> 4, bytes[start + 4]! & 15];
  const [baseSize, indexSize] = [bytes[start + 5]! >> 4, version === 0 ? 0 : bytes[start + 5]! & 15];
  if (version > 1) return false;
  let at = start + 8;
  const read = (size: number): number => {
    if (size === 0) return 0;
    const value = size <= 6 && at + size <= end ? bytes.readUIntBE(at, size) : NaN;
    at += size;
    return value;
  };
  let covered = 0;
  const count = bytes.readUInt16BE(start + 6);
  for (let item = 0; item < count; item++) {
    read(2);
    const inData = version === 0 || (read(2) & 15) === 0;
    read(2);
    const base = read(baseSize);
    for (let extents = read(2); extents > 0; extents--) {
      read(indexSize);
      const from = base + read(offsetSize);
      const length = read(lengthSize);
      if (!inData) continue;
      if (!(from >= data.start && from + length <= data.end)) return false;
      covered += length;
    }
  }
  // Extents that overlap would cover less; encoders write none.
  return covered === data.end - data.start;
}
