// What for: makes a fresh clone ready. Installs the packages of the lock file when they are not there.
// How: imported by run.mjs. Runs on whatever Node >= 20 the machine has, so it uses nothing but Node itself.
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Node 24 from the project's own packages; on PATH for everything that is started. */
export const projectNode = path.join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

const stamp = path.join(root, 'node_modules/.set-up');

/** A failure that one sentence explains; no stack is shown. */
export class Plain extends Error {}

export async function setUp() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20)
    throw new Plain(`Node 20 or later is needed; this is ${process.version}. 需要 Node 20 或更高版本。`);
  const wanted = digest(['package.json', 'package-lock.json']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(projectNode)) return;

  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < 1.5e9) {
    throw new Plain(
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

/** One fingerprint of files and folders of the project, in order of name. */
export function digest(names) {
  const hash = createHash('sha256');
  for (const name of names) hash.update(name).update(readFileSync(path.join(root, name)));
  return hash.digest('hex');
}

/** Environment for the project's own programs: Node 24 and the installed commands first. */
export function projectEnvironment(extra = {}) {
  const bins = [path.dirname(projectNode), path.join(root, 'node_modules/.bin')];
  return {
    ...process.env,
    PATH: [...bins, process.env.PATH].join(path.delimiter),
    ASTRO_TELEMETRY_DISABLED: '1',
    ...extra,
  };
}

/** Runs a command quietly, saying what it does and that it still runs; shows its words only when it fails. */
export async function step(saying, command, args, env = {}) {
  const started = Date.now();
  process.stdout.write(`${saying} …\n`);
  const ticker = setInterval(() => process.stdout.write(`  … ${seconds(started)} s\n`), 10_000);
  try {
    const { code, output } = await run(command, args, env);
    if (code !== 0) throw new Plain(`${output.trimEnd()}\n✗ ${saying}: failed · 没有成功`);
    process.stdout.write(`  ✓ ${seconds(started)} s\n`);
    return output;
  } finally {
    clearInterval(ticker);
  }
}

/** Runs a command with its words shown as they come. */
export function show(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: projectEnvironment(env),
      stdio: 'inherit',
      shell: isWindowsScript(command),
    });
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
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
          ? new Plain(`${command} was not found on this machine. 本机没有 ${command}。`)
          : error,
      ),
    );
    child.on('exit', (code) => resolve({ code, output }));
  });
}

// npm and the installed commands are .cmd files on Windows, which only a shell can start.
const isWindowsScript = (command) => process.platform === 'win32' && command !== projectNode;

const seconds = (started) => ((Date.now() - started) / 1000).toFixed(0);
