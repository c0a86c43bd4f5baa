import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { printTable } from './table.ts';

const kib = (bytes: number): string => (bytes / 1024).toFixed(0);

/** The size of the files that the desk loads. */
export async function measureDesk(): Promise<void> {
  const folder = path.resolve('admin/dist');
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(js|css|html)$/.test(name));
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(path.join(folder, name)) })),
  );
  const rows = files
    .toSorted((a, b) => b.bytes.length - a.bytes.length)
    .map(({ name, bytes }) => [
      name,
      kib(bytes.length),
      kib(gzipSync(bytes).length),
      kib(brotliCompressSync(bytes).length),
    ]);
  printTable('The desk, KiB', ['file', 'raw', 'gzip', 'brotli'], rows);
}
