// What for: prepares a fresh clone: installs the packages of the lock file if they are missing.
// How: imported by run.mjs. Runs on any Node >= 20, so it uses only Node itself.
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { alone, damagedPackages, replacePackages } from './install-packages.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Node 24 from the project's own packages, first on PATH for every command. Where there is no such package, the Node of
 * the machine, if it is new enough.
 */
export let projectNode = findNode();

function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}/bin/node${platform === 'win' ? '.exe' : ''}`;
  const packaged = path.join(root, 'node_modules', name);
  return existsSync(packaged) ? packaged : process.execPath;
}

const stamp = path.join(root, 'node_modules/.set-up');

/** An error with a message for people; shown without a stack trace. */
export class ExpectedError extends Error {}

/** The least Node that runs the project itself: it reads TypeScript and knows `import.meta.main`. */
const leastNode = [24, 2];

/** Installs what is missing. Everything runs once for a project, also if two commands are started at the same time. */
export async function setUp() {
  const [major] = nodeVersion();
  if (major < 20)
    throw new ExpectedError(
      `Node 20 or later is needed; this is ${process.version}. 需要 Node 20 或更高版本。`,
    );
  if (!isReady()) {
    const waiting = () =>
      console.log('Another set-up is running, waiting for it · 另一个窗口正在安装，等它做完');
    await alone(root, waiting, async () => {
      if (!isReady()) await install();
    });
  }
  projectNode = findNode();
  const [own, minor] = nodeVersion();
  if (
    projectNode === process.execPath &&
    (own < leastNode[0] || (own === leastNode[0] && minor < leastNode[1]))
  )
    throw new ExpectedError(
      `There is no package with Node for ${process.platform} ${process.arch}; please install Node ${leastNode.join('.')} or later. 这种机器上要自己安装 Node ${leastNode.join('.')} 或更高版本。`,
    );
}

const nodeVersion = () => process.versions.node.split('.').map(Number);

/** What the packages depend on. */
const sources = ['package.json', 'package-lock.json', '.npmrc'];

const isReady = () => textOf(stamp) === digest(sources) && damagedPackages(root).length === 0;

function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

async function install() {
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < 1.5e9) {
    throw new ExpectedError(
      'Less than 1.5 GB of disk space is free here; please make room. 磁盘剩余空间不足 1.5 GB，请先清理。',
    );
  }
  const wanted = digest(sources);
  await replacePackages(
    root,
    // Every package comes with its integrity from the lock, and none may run a script of its own.
    (folder) =>
      step(
        'Installing packages, a minute or two · 正在安装软件包',
        'npm',
        ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'],
        { folder, explain: installAdvice },
      ),
    (folder) => writeFileSync(path.join(folder, path.basename(stamp)), wanted),
  );
}

/** What to do about npm's errors; the first that fits. */
function installAdvice(output) {
  if (/EINTEGRITY/.test(output))
    return 'A package is not the one that package-lock.json names; nothing was changed. 下载到的软件包与清单里记的对不上，没有安装；请换一个软件源再试。';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|network/i.test(output))
    return 'The registry cannot be reached; nothing was changed. 连不上软件源，什么也没有改动；请检查网络，再运行一次。';
  if (/ENOSPC/.test(output))
    return 'The disk is full; nothing was changed. 磁盘满了，什么也没有改动；请先清理。';
  return 'Nothing was changed. 什么也没有改动。';
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
export async function step(label, command, args, { folder = root, explain = () => '' } = {}) {
  const started = Date.now();
  process.stdout.write(`${label} …\n`);
  const ticker = setInterval(() => process.stdout.write(`  … ${seconds(started)} s\n`), 10_000);
  try {
    const { code, output } = await run(command, args, folder);
    if (code !== 0)
      throw new ExpectedError(
        `${output.trimEnd()}\n✗ ${label}: failed · 没有成功\n${explain(output)}`.trimEnd(),
      );
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

function run(command, args, folder) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: folder,
      env: projectEnvironment(),
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
