import { spawn } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

export interface RunCost {
  seconds: number;
  /** Peak resident memory of the process and its children together. Linux only; 0 elsewhere. */
  peakMiB: number;
}

/** Runs one of the project's programs and measures time and memory. Throws if it fails. */
export async function measuredRun(args: string[], env: Record<string, string>): Promise<RunCost> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  const sampling = setInterval(() => {
    if (child.pid !== undefined)
      void residentOfTree(child.pid).then((bytes) => (peak = Math.max(peak, bytes)));
  }, 100);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  clearInterval(sampling);
  if (code !== 0) throw new Error(`node ${args.join(' ')} exited with code ${String(code)}.`);
  return { seconds: (performance.now() - started) / 1000, peakMiB: peak / 2 ** 20 };
}

async function residentOfTree(root: number): Promise<number> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const processes = await Promise.all(pids.map(readProcess));
  const family = new Set([root]);
  // Parents usually have smaller pids than their children, so two rounds are enough here.
  for (let round = 0; round < 2; round++) {
    for (const each of processes) if (each && family.has(each.parent)) family.add(each.pid);
  }
  return processes.reduce((sum, each) => sum + (each && family.has(each.pid) ? each.bytes : 0), 0);
}

async function readProcess(pid: string): Promise<{ pid: number; parent: number; bytes: number } | undefined> {
  const status = await readFile(path.join('/proc', pid, 'status'), 'utf8').catch(() => undefined);
  if (status === undefined) return undefined;
  const number = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
  return { pid: Number(pid), parent: number('PPid'), bytes: number('VmRSS') * 1024 };
}
