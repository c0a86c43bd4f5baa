import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

const smallest = 700;
const mostBytes = 64 * 1024 * 1024;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** The best encoding that the browser accepts; `q=0` means not accepted. */
export function negotiateEncoding(accepted: string | undefined): Encoding | undefined {
  const offered = (accepted ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]);
  return offered.includes('br') ? 'br' : offered.includes('gzip') ? 'gzip' : undefined;
}

/** Compresses each file once and caches the result; drops the oldest results above the limit. */
export function createCompressor() {
  const kept = new Map<string, Promise<Buffer>>();
  let bytes = 0;
  return (key: string, encoding: Encoding, content: Buffer): Promise<Buffer> => {
    const full = `${encoding} ${key}`;
    const known = kept.get(full);
    if (known) return known;
    const making =
      encoding === 'br'
        ? brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
        : zip(content, { level: 6 });
    kept.set(full, making);
    making.then(
      ({ length }) => {
        bytes += length;
        for (const [oldest, result] of kept) {
          if (bytes <= mostBytes || oldest === full) break;
          kept.delete(oldest);
          void result.then((old) => (bytes -= old.length));
        }
      },
      () => kept.delete(full),
    );
    return making;
  };
}

export const worthCompressing = (bytes: number): boolean => bytes >= smallest;
