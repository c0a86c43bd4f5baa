import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { fewAtATime, mostOpenFiles } from '../src/disk/few-at-a-time.ts';

test('everything that reads or writes many files keeps within a limit of 512 open ones', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'hub-open-files-'));
  try {
    const program = path.join(import.meta.dirname, 'support/open-many-files.ts');
    const { stdout } = await promisify(execFile)(
      'bash',
      ['-c', 'ulimit -n 512; exec "$@"', '-', process.execPath, program, folder, '700'],
      { env: { ...process.env, CACHE_DIR: path.join(folder, 'cache') } },
    );
    expect(JSON.parse(stdout)).toEqual({ texts: 700, changed: 0, pages: 1403, redirects: 1400 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a few tasks run at a time, in order, and none is begun after an error', async () => {
  let running = 0;
  let most = 0;
  const begun: number[] = [];
  const task = async (index: number): Promise<number> => {
    begun.push(index);
    most = Math.max(most, ++running);
    await new Promise(setImmediate);
    running--;
    if (index === 100) throw new Error('full');
    return index * 2;
  };
  const numbers = Array.from({ length: 300 }, (_, index) => index);
  expect(await fewAtATime(numbers.slice(0, 100), task)).toEqual(
    numbers.slice(0, 100).map((each) => each * 2),
  );
  expect(most).toBe(mostOpenFiles);
  await expect(fewAtATime(numbers.slice(100), task)).rejects.toThrow('full');
  expect(begun.length).toBeLessThan(200);
});
