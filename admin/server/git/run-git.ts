import { spawn } from 'node:child_process';

/** What a git command said when it did not succeed. For developers and the log, never for editors. */
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

// Nothing of the machine's own git configuration may change what the hub stores: no hooks, no filters,
// no replaced objects. `core.fsync` keeps a save through a power cut; git before 2.36 ignores it.
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

/** The environment git sees: ours, without any GIT_* of the shell that started the server. */
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
    // A path is a path, whatever signs stand in it.
    GIT_LITERAL_PATHSPECS: '1',
    ...(repository === undefined ? {} : { GIT_DIR: repository }),
  };
}

/** Runs git on a repository, without a shell, and answers with its output. */
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
    // A git that ends early closes its input; the exit code tells the story, not the broken pipe.
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
