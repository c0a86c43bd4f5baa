import { spawn } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

export interface TreeCost {
  seconds: number;
  /** Of the program and its children, with the time of the system. */
  cpuSeconds: number;
  /** Peak resident memory of all of them together. */
  peakMiB: number;
  /** Most open files of one process, and which one. */
  openFiles: number;
  openBy: string;
}

/** Runs a program with a limit of open files, and samples its processes in /proc. Linux only. Throws if it fails. */
export async function measuredTree(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
  limit: number,
): Promise<TreeCost> {
  const started = performance.now();
  // The time of children counts once the shell has waited for them; so it must not be replaced by the program.
  const script = `ulimit -n ${String(limit)}; "$@"; code=$?; times >&2; exit $code`;
  const child = spawn('bash', ['-c', script, '-', ...command], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors = (errors + chunk).slice(-20_000)));
  const cost = { peakMiB: 0, openFiles: 0, openBy: '' };
  const sampling = setInterval(() => {
    void sample(child.pid ?? 0, cost);
  }, 200);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearInterval(sampling);
  if (code !== 0) throw new Error(`${command.join(' ')} exited with code ${String(code)}:\n${errors}`);
  const seconds = (performance.now() - started) / 1000;
  return { ...cost, seconds, cpuSeconds: childSeconds(errors) };
}

/** The second line of `times`: user and system time of all children, `1m10.435s 0m23.429s`. */
function childSeconds(output: string): number {
  const [user, system] = [...output.matchAll(/(\d+)m([\d.]+)s/g)]
    .slice(-2)
    .map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds));
  return (user ?? 0) + (system ?? 0);
}

async function sample(
  group: number,
  cost: { peakMiB: number; openFiles: number; openBy: string },
): Promise<void> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  let resident = 0;
  for (const pid of pids) {
    const status = await readFile(path.join('/proc', pid, 'stat'), 'utf8').catch(() => '');
    // After the name in brackets: state, parent, group.
    const processGroup = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[2]);
    if (processGroup !== group) continue;
    const memory = await readFile(path.join('/proc', pid, 'status'), 'utf8').catch(() => '');
    resident += Number(/^VmRSS:\s+(\d+)/m.exec(memory)?.[1] ?? 0) * 1024;
    const open = (await readdir(path.join('/proc', pid, 'fd')).catch(() => [])).length;
    if (open <= cost.openFiles) continue;
    const line = await readFile(path.join('/proc', pid, 'cmdline'), 'utf8').catch(() => '');
    Object.assign(cost, { openFiles: open, openBy: nameIn(line.split('\0')) });
  }
  cost.peakMiB = Math.max(cost.peakMiB, resident / 2 ** 20);
}

/** `astro.mjs`, `build.ts`, `pagefind_extended`. */
const nameIn = ([program = '', script = '']: readonly string[]): string =>
  path.basename(/\.(?:m?js|ts)$/.test(script) ? script : program);
