import { spawn } from 'node:child_process';
import { gitArguments, gitEnvironment, GitFailure } from '../git/run-git.ts';
import type { MirrorTarget } from './mirror-target.ts';

export interface LimitedOptions {
  repository: string;
  target: MirrorTarget;
  milliseconds: number;
  signal: AbortSignal;
}

/** Prints what git asks for. The words come from the environment, which only this user can read. */
const helper =
  '!f() { test "$1" = get && printf "username=%s\\npassword=%s\\n" "$HUB_MIRROR_USER" "$HUB_MIRROR_PASSWORD"; }; f';

/**
 * Runs git against the mirror, as the remote `mirror`: without questions, with a limit of time, and with its helpers
 * (ssh, git-remote-https) in one group, so that none of them stays behind.
 */
export function limitedGit(args: readonly string[], options: LimitedOptions): Promise<string> {
  const { repository, target, milliseconds, signal } = options;
  const configured: [string, string][] = [
    ['remote.mirror.url', target.url],
    ['http.lowSpeedLimit', '500'],
    ['http.lowSpeedTime', '60'],
    ['credential.helper', ''],
    ...(target.password === '' ? [] : [['credential.helper', helper] as [string, string]]),
  ];
  const env = {
    ...gitEnvironment(repository),
    GIT_CONFIG_COUNT: String(configured.length),
    ...Object.fromEntries(
      configured.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${String(index)}`, key],
        [`GIT_CONFIG_VALUE_${String(index)}`, value],
      ]),
    ),
    GIT_ALLOW_PROTOCOL: 'https:ssh:file',
    GIT_SSH_COMMAND: 'ssh -oBatchMode=yes -oConnectTimeout=20 -oServerAliveInterval=20',
    HUB_MIRROR_USER: target.user,
    HUB_MIRROR_PASSWORD: target.password,
  };
  return new Promise((resolve, reject) => {
    const child = spawn('git', gitArguments(args), {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let [out, err, late] = ['', '', false];
    const kill = (): void => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has already ended.
      }
    };
    const timer = setTimeout(() => {
      late = true;
      kill();
    }, milliseconds);
    signal.addEventListener('abort', kill, { once: true });
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err = (err + text).slice(-4000)));
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', kill);
      settle();
    };
    child.on('error', (error) => {
      end(() => {
        reject(error);
      });
    });
    child.on('close', (code) => {
      end(() => {
        if (code === 0) resolve(out.trim());
        else if (late) reject(new Error(`no answer within ${String(Math.round(milliseconds / 1000))} s`));
        else reject(new GitFailure(args, err, code));
      });
    });
    if (signal.aborted) kill();
  });
}

/** The reason in one line, without anything that could be a password. */
export function reasonOf(error: unknown, { user, password }: MirrorTarget): string {
  const text =
    error instanceof GitFailure ? error.stderr : String(error instanceof Error ? error.message : error);
  const lines = text.split('\n').map((line) => line.trim());
  const telling = lines.filter((line) => /^(?:fatal|error|remote|ssh|!)/.test(line)).slice(0, 2);
  let reason = (telling.length > 0 ? telling : lines.filter(Boolean).slice(-1)).join('; ');
  for (const secret of [password, encodeURIComponent(password), user]) {
    if (secret.length > 3 && secret !== 'git') reason = reason.replaceAll(secret, '***');
  }
  return reason.replace(/\/\/[^/\s@]*@/g, '//').slice(0, 300);
}
