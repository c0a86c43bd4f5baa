import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { dayInBeijing } from '../../shared/beijing-time.ts';
import { killOrphanedBuild, runBuild } from './build-process.ts';
import { parseJournal, reportOf } from './build-journal.ts';
import type { BuildReport, Journal, Running } from './build-journal.ts';
import { buildMessages } from './build-messages.ts';
import { checkOutContent } from '../git/check-out-content.ts';
import { contentTreeId } from '../drafts/merge-draft.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { mainCommit } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';
import {
  buildingFolder,
  clearUnfinishedBuilds,
  currentRelease,
  activateRelease,
  pruneReleases,
  releaseId,
} from './releases.ts';
import type { Release } from './releases.ts';
import { writeFileAtomically } from '../atomic-write.ts';

export interface PublisherOptions {
  store: Store;
  data: string;
  project: string;
  command: readonly string[];
  minutes: number;
  /** Fingerprint of code and settings; a release made by another is made anew. */
  code: string;
  log(line: string): void;
}

export type BuildState = 'idle' | 'queued' | 'building';

/** Turns what is on main into what readers see: one build at a time, the newest wish only. */
export class Publisher {
  readonly #options: PublisherOptions;
  #journal: Journal = {};
  #working: Promise<void> | undefined;
  /** A wish is being turned into a build: neither waiting any more nor running yet. */
  #taking = false;
  readonly #inTurn = createSerialQueue();
  readonly #stopping = new AbortController();
  /** Until the last run is understood, nothing true can be said about the state. */
  readonly #understood = Promise.withResolvers<undefined>();

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  /** Finds out how the last run ended, tidies up, and builds if the site is behind main. */
  async start(): Promise<void> {
    const { data, store, code, log } = this.#options;
    await mkdir(path.join(data, 'releases'), { recursive: true });
    const text = await readFile(this.#file, 'utf8').catch(() => '{}');
    this.#journal = parseJournal(text);
    const { current } = this.#journal;
    if (current?.group !== undefined) {
      const left = await killOrphanedBuild(current.group, this.#outFolder(current.id));
      if (left) log('ended a build that outlived the last server');
    }
    const cleared = await clearUnfinishedBuilds(data);
    if (cleared > 0) log(`removed ${String(cleared)} half-made folders`);

    const live = await currentRelease(data);
    const wanted = await contentTreeId(store.repository, await mainCommit(store));
    // Pages say how many days are left and what is on today: a site of another day is behind as well.
    const ofToday = live !== undefined && dayInBeijing(new Date(live.builtAt)) === dayInBeijing();
    const behind = live?.content !== wanted || live?.code !== code || !ofToday;
    if (current) this.#journal.last = reportOf(current, live, behind);
    this.#journal.current = undefined;
    this.#journal.wanted = undefined;
    await this.#save();
    if (behind) this.request(current?.by ?? systemName);
    this.#understood.resolve(undefined);
  }

  /** Asks for a release of what is on main now. Many wishes during one build make one more build. */
  request(by: string): void {
    if (this.#stopping.signal.aborted) return;
    this.#journal.wanted = { by, at: new Date().toISOString() };
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
      // A wish that came between the last look and this line.
      if (this.#journal.wanted) this.request(this.#journal.wanted.by);
    });
  }

  get state(): BuildState {
    if (this.#journal.current) return 'building';
    return this.#journal.wanted || this.#taking ? 'queued' : 'idle';
  }

  async report() {
    await this.#understood.promise;
    const live = await currentRelease(this.#options.data);
    const { current, last, wanted } = this.#journal;
    return {
      state: this.state,
      live: live ? { id: live.id, commit: live.commit, builtAt: live.builtAt } : null,
      current: current && { commit: current.commit, by: current.by, at: current.at },
      last,
      queue: wanted ? 1 : 0,
    };
  }

  /** Resolves when nothing is building or waiting: true if there is a release to serve. */
  async settled(): Promise<boolean> {
    await this.#understood.promise;
    while (this.#working) await this.#working;
    return (await currentRelease(this.#options.data)) !== undefined;
  }

  /** Abandons a running build; the next start sees that the site is behind and builds again. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#working;
  }

  get #file(): string {
    return path.join(this.#options.data, 'publishing.json');
  }

  #outFolder(id: string): string {
    return path.join(buildingFolder(this.#options.data, id), 'site');
  }

  /** In turn: two writers of one file would take each other's half-written copy away. */
  #save(): Promise<void> {
    return this.#inTurn(() => writeFileAtomically(this.#file, `${JSON.stringify(this.#journal, null, 2)}\n`));
  }

  async #work(): Promise<void> {
    while (this.#journal.wanted && !this.#stopping.signal.aborted) {
      const { by } = this.#journal.wanted;
      try {
        await this.#buildOnce(by);
      } catch (error) {
        // A full disk or a missing program: the old release stays, and the desk says why.
        this.#options.log(`build could not run: ${String(error)}`);
        const { current } = this.#journal;
        this.#end('failed', buildMessages.trouble(error), current ?? { id: '', commit: '', by, at: now() });
        await this.#save().catch((fault: unknown) => {
          this.#options.log(`the journal cannot be written: ${String(fault)}`);
        });
      }
    }
  }

  async #buildOnce(by: string): Promise<void> {
    const { store, data, project, command, minutes, code, log } = this.#options;
    // The wish is fulfilled by whatever main holds from here on.
    this.#journal.wanted = undefined;
    this.#taking = true;
    const commit = await mainCommit(store);
    const started = Date.now();
    const running: Running = { id: releaseId(new Date(), commit), commit, by, at: now() };
    this.#journal.current = running;
    this.#taking = false;
    await this.#save();
    const content = (await contentTreeId(store.repository, commit)) ?? '';
    const work = path.join(data, 'work', running.id);
    const outFolder = this.#outFolder(running.id);
    try {
      log(`build ${running.id} starts`);
      const contentFolder = await checkOutContent(store.repository, commit, work);
      await mkdir(buildingFolder(data, running.id), { recursive: true });
      const outcome = await runBuild({
        command,
        cwd: project,
        env: { CONTENT_DIR: contentFolder, OUT_DIR: outFolder, CACHE_DIR: path.join(data, 'cache') },
        minutes,
        onLine: (line) => {
          log(`build | ${line}`);
        },
        onStart: (group) => {
          running.group = group;
          this.#save().catch((error: unknown) => {
            log(`the journal cannot be written: ${String(error)}`);
          });
        },
        signal: this.#stopping.signal,
      });
      if (this.#stopping.signal.aborted) return;
      const ms = Date.now() - started;
      if (!outcome.ok) {
        log(`build ${running.id} failed after ${String(ms)} ms`);
        this.#end('failed', buildMessages.failed(outcome, minutes), running);
      } else {
        const release: Release = { id: running.id, commit, content, code, builtAt: now(), ms };
        await activateRelease(data, release);
        log(`release ${running.id} is live after ${String(ms)} ms`);
        this.#end('done', '', running);
      }
      await this.#save();
      await pruneReleases(data);
    } finally {
      const half = buildingFolder(data, running.id);
      const away = [work, half].map((each) => rm(each, { recursive: true, force: true, maxRetries: 5 }));
      await Promise.allSettled(away);
    }
  }

  #end(state: BuildReport['state'], message: string, { commit, by, at }: Running): void {
    this.#journal.last = { state, commit, by, at, ms: Date.now() - Date.parse(at), message };
    this.#journal.current = undefined;
    this.#taking = false;
  }
}

/** Who asks for what nobody asked for: a build left over, a new day. */
export const systemName = '系统';

const now = (): string => new Date().toISOString();
