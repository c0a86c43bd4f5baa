import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeFileAtomically } from '../atomic-write.ts';
import { hubSignature } from '../git/repository.ts';
import type { Repository } from '../git/repository.ts';
import { gitText } from '../git/run-git.ts';
import { limitedGit, reasonOf } from './limited-git.ts';
import { shownMirror } from './mirror-target.ts';
import type { MirrorTarget } from './mirror-target.ts';

export interface MirrorOptions {
  repository: Repository;
  data: string;
  target: MirrorTarget;
  log(line: string): void;
  /** The first pause after a failure; it doubles up to sixty times this. */
  pauseMs?: number;
  /** Limit for one exchange with the mirror. */
  limitMs?: number;
}

/** What is known about the mirror. It survives a restart. */
export interface MirrorState {
  /** Without name and password. */
  url: string;
  /** The last commit of main whose content is there. */
  commit?: string | undefined;
  /** When it came there. */
  at?: string | undefined;
  failingSince?: string | undefined;
  problem?: string | undefined;
  tries: number;
}

export const mirrorFile = (data: string): string => path.join(data, 'mirror.json');

export async function readMirrorState(data: string): Promise<MirrorState | undefined> {
  try {
    const state = JSON.parse(await readFile(mirrorFile(data), 'utf8')) as MirrorState | null;
    return typeof state?.url === 'string' && typeof state.tries === 'number' ? state : undefined;
  } catch {
    return undefined;
  }
}

const mirrorRef = 'refs/mirror/main';
const branch = 'refs/heads/main';
/** The mark of our commits: a repository without it holds something else, and is left alone. */
const trailer = 'Gongjian-Hub-Mirror: ';

/**
 * Pushes published content to another git repository, in the background, also the entries that a release had to leave
 * out: it is a copy for the day when the hub is lost. Drafts do not go there. The history of main has those that led to it, so the mirror has a history of its own, one commit for each
 * publication. It is never forced, so what was there stays.
 */
export class Mirror {
  readonly #options: MirrorOptions;
  readonly #stopping = new AbortController();
  #state: MirrorState;
  #wanted: string | undefined;
  #working: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: MirrorOptions) {
    this.#options = options;
    this.#state = { url: shownMirror(options.target), tries: 0 };
  }

  /** Continues after a restart. `live` is the commit of the release that is served. */
  async start(live: string | undefined): Promise<void> {
    const known = await readMirrorState(this.#options.data);
    // Another address begins anew.
    if (known?.url === this.#state.url) this.#state = { ...known, tries: 0 };
    if (live !== undefined) this.request(live);
  }

  /** Returns at once. Of several requests, only the last is pushed. */
  request(commit: string): void {
    if (this.#stopping.signal.aborted || commit === this.#state.commit) return;
    this.#wanted = commit;
    clearTimeout(this.#timer);
    this.#run();
  }

  get state(): MirrorState {
    return this.#state;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#timer);
    await this.#working;
  }

  #run(): void {
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
  }

  async #work(): Promise<void> {
    while (this.#wanted !== undefined && !this.#stopping.signal.aborted) {
      const commit = this.#wanted;
      try {
        const pushed = await this.#push(commit);
        if (this.#wanted === commit) this.#wanted = undefined;
        this.#state = { url: this.#state.url, commit, at: new Date().toISOString(), tries: 0 };
        this.#options.log(`mirror: ${pushed} (${commit.slice(0, 8)})`);
        await this.#save();
      } catch (error) {
        if (this.#stopping.signal.aborted) return;
        await this.#failed(error);
        return;
      }
    }
  }

  async #failed(error: unknown): Promise<void> {
    const { target, log, pauseMs = 60_000 } = this.#options;
    const tries = this.#state.tries + 1;
    const problem = reasonOf(error, target);
    const failingSince = this.#state.failingSince ?? new Date().toISOString();
    this.#state = { ...this.#state, tries, problem, failingSince };
    const pause = pauseMs * Math.min(60, 2 ** (tries - 1));
    log(`mirror: attempt ${String(tries)} failed, next in ${String(Math.round(pause / 1000))} s: ${problem}`);
    await this.#save();
    if (this.#stopping.signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.#run();
    }, pause);
    // It must not keep the process alive.
    this.#timer.unref();
  }

  #save(): Promise<void> {
    const { data, log } = this.#options;
    return writeFileAtomically(mirrorFile(data), `${JSON.stringify(this.#state, null, 2)}\n`).catch(
      (error: unknown) => {
        log(`mirror: its state cannot be written: ${String(error)}`);
      },
    );
  }

  async #push(commit: string): Promise<string> {
    const { repository, target, limitMs = 10 * 60_000 } = this.#options;
    const { folder } = repository;
    const remote = (...args: string[]): Promise<string> =>
      limitedGit(args, { repository: folder, target, milliseconds: limitMs, signal: this.#stopping.signal });

    const listed = await remote('ls-remote', '--heads', 'mirror', branch);
    const there = listed === '' ? undefined : listed.slice(0, 40);
    if (there !== undefined) {
      if (there !== (await repository.tip(mirrorRef).catch(() => undefined)))
        await remote(
          'fetch',
          '--quiet',
          '--no-tags',
          '--no-write-fetch-head',
          'mirror',
          `+${branch}:${mirrorRef}`,
        );
      const message = await gitText(folder, ['log', '-1', '--format=%B', there]);
      if (!message.includes(trailer))
        throw new Error('the repository holds something else on its branch main');
    }
    const tree = await gitText(folder, ['rev-parse', '--verify', `${commit}^{tree}`]);
    if (there !== undefined && (await gitText(folder, ['rev-parse', `${there}^{tree}`])) === tree)
      return 'has this content already';
    const parents = there === undefined ? [] : [there];
    const made = await repository.commit(
      tree,
      parents,
      hubSignature,
      `Published content\n\n${trailer}${commit}\n`,
    );
    await remote('push', '--quiet', '--no-verify', 'mirror', `${made}:${branch}`);
    await gitText(folder, ['update-ref', mirrorRef, made]);
    return 'pushed';
  }
}

const day = 24 * 60 * 60 * 1000;

/** A sentence for administrators if the mirror has been failing for a day. */
export function mirrorNotice(state: MirrorState | undefined, now = new Date()): string | undefined {
  if (state?.failingSince === undefined) return undefined;
  const hours = Math.floor((now.getTime() - Date.parse(state.failingSince)) / (day / 24));
  if (hours < 24) return undefined;
  const since = hours < 48 ? `${String(hours)} 个小时` : `${String(Math.floor(hours / 24))} 天`;
  return `发布过的内容要另存一份到别的机器，已经 ${since}没有存成了。网站和编辑不受影响，请告诉网络管理员。`;
}
