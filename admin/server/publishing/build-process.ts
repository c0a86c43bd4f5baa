import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setPriority } from 'node:os';

export interface BuildOptions {
  command: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string>>;
  minutes: number;
  /** Called for each line of output. */
  onLine(line: string): void;
  /** Called with the id of the process group, which can be killed as a whole. */
  onStart(group: number): void;
  signal: AbortSignal;
}

export interface BuildOutcome {
  ok: boolean;
  output: string;
  timedOut: boolean;
}

const longestOutput = 200_000;
const colour = /\u001b\[[0-9;]*[A-Za-z]/g;

/** Runs a build in a separate process group, with low priority. */
export function runBuild(options: BuildOptions): Promise<BuildOutcome> {
  const [program = '', ...args] = options.command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    let timedOut = false;
    let rest = '';
    const onData = (chunk: string): void => {
      output = (output + chunk).slice(-longestOutput);
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) options.onLine(line.replace(colour, ''));
    };
    child.stdout.setEncoding('utf8').on('data', onData);
    child.stderr.setEncoding('utf8').on('data', onData);
    const kill = (): void => {
      if (child.pid !== undefined) killProcessGroup(child.pid);
    };
    const timer = setTimeout(() => {
      timedOut = true;
      kill();
    }, options.minutes * 60_000);
    options.signal.addEventListener('abort', kill, { once: true });
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      options.signal.removeEventListener('abort', kill);
      if (rest !== '') options.onLine(rest.replace(colour, ''));
      resolve({ ok: code === 0 && !timedOut, output: output.replace(colour, ''), timedOut });
    });
    if (child.pid === undefined) return;
    try {
      setPriority(child.pid, 10);
    } catch {
      // Not allowed on every system; the build then has normal priority.
    }
    options.onStart(child.pid);
  });
}

function killProcessGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // It has already ended.
  }
}

/**
 * Kills a build that is still running after its server was killed. The process is identified by its OUT_DIR, because the
 * id may have been reused by another process.
 */
export async function killOrphanedBuild(group: number, outFolder: string): Promise<boolean> {
  const environment = await readFile(`/proc/${String(group)}/environ`, 'utf8').catch(() => '');
  if (!environment.split('\0').includes(`OUT_DIR=${outFolder}`)) return false;
  killProcessGroup(group);
  return true;
}
