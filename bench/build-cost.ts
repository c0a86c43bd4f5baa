import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { measuredRun } from './measured-run.ts';
import { printTable } from './table.ts';

/** Time and memory of the check and of a full build with the search index. */
export async function measureBuild(folder: string, laws?: string): Promise<void> {
  const env: Record<string, string> = {
    OUT_DIR: path.join(folder, 'site'),
    CACHE_DIR: path.join(folder, 'cache'),
  };
  if (laws !== undefined) {
    env['CONTENT_DIR'] = path.join(folder, 'laws');
    await measuredRun(['scripts/import.ts', laws, env['CONTENT_DIR']], {});
  }
  const check = await measuredRun(['scripts/check.ts'], env);
  const cold = await measuredRun(['scripts/build.ts'], env);
  const again = await measuredRun(['scripts/build.ts'], env);
  const { pages, bytes } = await sizeOf(env['OUT_DIR'] ?? '');
  const row = (name: string, { seconds, peakMiB }: { seconds: number; peakMiB: number }): string[] => [
    name,
    seconds.toFixed(1),
    peakMiB.toFixed(0),
  ];
  printTable(
    `Build of ${laws === undefined ? 'the sample content' : path.basename(laws)}: ${String(pages)} pages, ${(bytes / 2 ** 20).toFixed(1)} MiB in all`,
    ['step', 'seconds', 'peak MiB'],
    [row('check', check), row('build, nothing cached', cold), row('build again, nothing changed', again)],
  );
}

async function sizeOf(folder: string): Promise<{ pages: number; bytes: number }> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(path.join(file.parentPath, file.name))).size),
  );
  return {
    pages: files.filter(({ name }) => name.endsWith('.html')).length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}
