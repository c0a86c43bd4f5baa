import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const kept = path.resolve('node_modules/.cache/nginx');
const works = (program: string): boolean => spawnSync(program, ['-v']).status === 0;

/**
 * The nginx of the system, or Debian's, unpacked into the cache: installing it would start a server on port 80. Undefined
 * where there is neither; then the tests are skipped.
 */
export async function findNginx(): Promise<string | undefined> {
  const unpacked = path.join(kept, 'usr/sbin/nginx');
  const found = ['nginx', '/usr/sbin/nginx', unpacked].find(works);
  if (found !== undefined) return found;
  const folder = `${kept}.${String(process.pid)}`;
  await mkdir(folder, { recursive: true });
  const download = async (): Promise<void> => {
    // The program is in one of them; in which depends on the release of Debian.
    await run('apt-get', ['download', 'nginx', 'nginx-light'], { cwd: folder, timeout: 120_000 });
    for (const name of (await readdir(folder)).filter((each) => each.endsWith('.deb')))
      await run('dpkg-deb', ['-x', name, '.'], { cwd: folder });
  };
  try {
    await download().catch(async () => {
      await run('apt-get', ['update'], { timeout: 120_000 });
      await download();
    });
    // Another test file may have been quicker.
    await rename(folder, kept).catch(() => undefined);
  } catch {
    // No Debian, or no network.
  }
  await rm(folder, { recursive: true, force: true });
  if (works(unpacked)) return unpacked;
  console.log('No nginx was found, so docs/nginx.conf is not tried. 没有 nginx，跳过它的测试。');
  return undefined;
}

export interface RunningNginx {
  stop(): Promise<void>;
  /** What `nginx -t` says. */
  checked: string;
}

/** Runs nginx with one configuration, as `conf.d` would include it, until it is stopped. */
export async function startNginx(
  program: string,
  configuration: string,
  port: number,
): Promise<RunningNginx> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hub-nginx-'));
  await chmod(folder, 0o755);
  await writeFile(path.join(folder, 'hub.conf'), configuration);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ');
  await writeFile(
    path.join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr warn;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 256; }
http { access_log off; ${temporary} include hub.conf; }`,
  );
  const args = ['-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', 'stderr'];
  const checked = spawnSync(program, [...args, '-t'], { encoding: 'utf8' }).stderr;
  if (!checked.includes('test is successful')) throw new Error(checked);
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  while (!(await isOpen(port))) {
    if (child.exitCode !== null) throw new Error(said);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    checked,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => {
      resolve(false);
    });
  });
}
