import { spawn } from 'node:child_process';

/** A failed git command. For developers and the log, never for editors. */
export class GitFailure extends Error {
  readonly stderr: string;
  constructor(args: readonly string[], stderr: string, code: number | null) {
    super(`git ${args[0] ?? ''} ended with ${String(code)}: ${stderr.trim()}`);
    this.name = 'GitFailure';
    this.stderr = stderr;
  }
}

export interface RunOptions {
  input?: string | Uint8Array;
  env?: Readonly<Record<string, string>>;
}

// The git configuration of the machine must not influence what the hub stores: no hooks, filters or replaced objects.
// `core.fsync` protects saves from power failures; git before 2.36 ignores it.
const settings = [
  ['core.quotepath', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['core.fsync', 'committed,loose-object,reference'],
  ['core.logAllRefUpdates', 'false'],
  ['gc.auto', '0'],
  ['i18n.commitEncoding', 'UTF-8'],
].flatMap(([name, value]) => ['-c', `${String(name)}=${String(value)}`]);

export function gitArguments(args: readonly string[]): string[] {
  return [...settings, ...args];
}

/** The environment for git, without any inherited GIT_* variables. */
export function gitEnvironment(repository?: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...Object.fromEntries(inherited),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_ATTR_NOSYSTEM: '1',
    // No wildcards in paths.
    GIT_LITERAL_PATHSPECS: '1',
    ...(repository === undefined ? {} : { GIT_DIR: repository }),
  };
}

/** Runs git on a repository, without a shell, and returns its output. */
export function runGit(
  repository: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', gitArguments(args), {
      env: { ...gitEnvironment(repository), ...options.env },
      stdio: 'pipe',
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out));
      else reject(new GitFailure(args, Buffer.concat(err).toString(), code));
    });
    // If git ends early, stdin breaks; the exit code is reported instead.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input);
  });
}

export async function gitText(
  repository: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  return (await runGit(repository, args, options)).toString('utf8').trim();
}
