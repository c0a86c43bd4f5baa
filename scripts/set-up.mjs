// What for: prepares a fresh clone: installs the packages of the lock file if they are missing.
// How: imported by run.mjs. Runs on any Node >= 20, so it uses only Node itself.
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Node 24 from the project's own packages; first on PATH for every command. */
export const projectNode = path.join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

const stamp = path.join(root, 'node_modules/.set-up');

/** An error with a message for people; shown without a stack trace. */
export class ExpectedError extends Error {}

export async function setUp() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20)
    throw new ExpectedError(
      `Node 20 or later is needed; this is ${process.version}. 需要 Node 20 或更高版本。`,
    );
  const wanted = digest(['package.json', 'package-lock.json']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(projectNode)) return;

  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < 1.5e9) {
    throw new ExpectedError(
      'Less than 1.5 GB of disk space is free here; please make room. 磁盘剩余空间不足 1.5 GB，请先清理。',
    );
  }
  await step('Installing packages, a minute or two · 正在安装软件包', 'npm', [
    'ci',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  writeFileSync(stamp, wanted);
}

/** A fingerprint of files of the project. */
export function digest(names) {
  const hash = createHash('sha256');
  for (const name of names) hash.update(name).update(readFileSync(path.join(root, name)));
  return hash.digest('hex');
}

/** Environment for the project's programs: Node 24 and the installed commands first on PATH. */
export function projectEnvironment(extra = {}) {
  const bins = [path.dirname(projectNode), path.join(root, 'node_modules/.bin')];
  return {
    ...process.env,
    PATH: [...bins, process.env.PATH].join(path.delimiter),
    ASTRO_TELEMETRY_DISABLED: '1',
    ...extra,
  };
}

/** Runs a command with progress messages; shows its output only if it fails. */
export async function step(label, command, args, env = {}) {
  const started = Date.now();
  process.stdout.write(`${label} …\n`);
  const ticker = setInterval(() => process.stdout.write(`  … ${seconds(started)} s\n`), 10_000);
  try {
    const { code, output } = await run(command, args, env);
    if (code !== 0) throw new ExpectedError(`${output.trimEnd()}\n✗ ${label}: failed · 没有成功`);
    process.stdout.write(`  ✓ ${seconds(started)} s\n`);
    return output;
  } finally {
    clearInterval(ticker);
  }
}

/** Runs a command and shows its output. */
export function show(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: projectEnvironment(env),
      stdio: 'inherit',
      shell: isWindowsScript(command),
    });
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1));
    });
  });
}

function run(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: projectEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: isWindowsScript(command),
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', (error) =>
      reject(
        error.code === 'ENOENT'
          ? new ExpectedError(`${command} was not found on this machine. 本机没有 ${command}。`)
          : error,
      ),
    );
    child.on('exit', (code) => resolve({ code, output }));
  });
}

// On Windows npm and the installed commands are .cmd files, which only a shell can start.
const isWindowsScript = (command) => process.platform === 'win32' && command !== projectNode;

const seconds = (started) => ((Date.now() - started) / 1000).toFixed(0);
