/** The little of CBOR (RFC 8949) that Pagefind 1.6 writes its index in: arrays, texts and whole numbers. */
export type Cbor = number | string | Cbor[];

export function decodeCbor(bytes: Buffer): Cbor {
  let at = 0;
  const read = (): Cbor => {
    const head = bytes[at++] ?? 0;
    const kind = head >> 5;
    let size = head & 31;
    if (size === 24) size = bytes.readUInt8(at++);
    else if (size === 25) size = bytes.readUInt16BE((at += 2) - 2);
    else if (size === 26) size = bytes.readUInt32BE((at += 4) - 4);
    else if (size > 26) throw new Error(`CBOR of length ${String(size)} at ${String(at)} is not known here.`);
    if (kind === 0) return size;
    if (kind === 1) return -1 - size;
    if (kind === 3) return bytes.toString('utf8', at, (at += size));
    if (kind !== 4) throw new Error(`CBOR of kind ${String(kind)} at ${String(at)} is not known here.`);
    const list = new Array<Cbor>(size);
    for (let index = 0; index < size; index++) list[index] = read();
    return list;
  };
  return read();
}

export function encodeCbor(value: Cbor): Buffer {
  let bytes = Buffer.allocUnsafe(1 << 16);
  let at = 0;
  const need = (count: number): void => {
    if (at + count > bytes.length) bytes = Buffer.concat([bytes], Math.max(bytes.length * 2, at + count));
  };
  const head = (kind: number, size: number): void => {
    need(5);
    if (size < 24) bytes[at++] = (kind << 5) | size;
    else if (size < 0x100) at = bytes.writeUInt8(size, bytes.writeUInt8((kind << 5) | 24, at));
    else if (size < 0x10000) at = bytes.writeUInt16BE(size, bytes.writeUInt8((kind << 5) | 25, at));
    else at = bytes.writeUInt32BE(size, bytes.writeUInt8((kind << 5) | 26, at));
  };
  const write = (each: Cbor): void => {
    if (typeof each === 'number') head(each < 0 ? 1 : 0, each < 0 ? -1 - each : each);
    else if (typeof each === 'string') {
      const length = Buffer.byteLength(each);
      head(3, length);
      need(length);
      at += bytes.write(each, at);
    } else {
      head(4, each.length);
      for (const inner of each) write(inner);
    }
  };
  write(value);
  return bytes.subarray(0, at);
}
