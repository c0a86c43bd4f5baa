import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Gives Astro a folder of its own to build in, and moves the result to `out`. For an `out` outside the project, Astro
 * (7.3.5) puts the code that renders the pages into `.astro/`, where two builds at the same time delete each other's.
 */
export async function inOwnFolder<T>(out: string, build: (folder: string) => Promise<T>): Promise<T> {
  if (out.startsWith(process.cwd() + path.sep)) return build(out);
  const all = path.resolve('.astro', 'builds');
  const own = path.join(all, String(process.pid));
  await removeAbandoned(all);
  await rm(own, { recursive: true, force: true });
  await mkdir(all, { recursive: true });
  try {
    const result = await build(own);
    await move(own, out);
    return result;
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** The folders of builds that were killed. They are named by the process. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!isRunning(Number(name))) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A build without pages has made no folder. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    if (code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
  }
}
