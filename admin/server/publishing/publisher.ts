import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { dayInBeijing } from '../../shared/beijing-time.ts';
import { killOrphanedBuild, runBuild } from './build-process.ts';
import { parseJournal, reportOf } from './build-journal.ts';
import type { BuildReport, Journal, RunningBuild } from './build-journal.ts';
import { buildMessages } from './build-messages.ts';
import { checkOutContent } from '../git/check-out-content.ts';
import { contentTreeId } from '../drafts/merge-draft.ts';
import { readLeftOut } from './left-out-entries.ts';
import { keepContent, publishedContent } from './published-content.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { mainCommit } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';
import {
  buildingFolder,
  clearUnfinishedBuilds,
  contentOf,
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
  /** Hash of code and settings; a release with another hash is built again. */
  code: string;
  log(line: string): void;
  /** Called with the commit of each release that went live. It must return at once. */
  published?(commit: string): void;
}

export type BuildState = 'idle' | 'queued' | 'building';

/** Builds main and publishes the result: one build at a time, for the latest request only. */
export class Publisher {
  readonly #options: PublisherOptions;
  #journal: Journal = {};
  #working: Promise<void> | undefined;
  /** A request is about to become a build: no longer waiting, not yet running. */
  #starting = false;
  readonly #queue = createSerialQueue();
  readonly #stopping = new AbortController();
  /** Resolved when the state of the previous run is known. */
  readonly #recovered = Promise.withResolvers<undefined>();

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  /** Determines how the last run ended, cleans up, and builds if the site is outdated. */
  async start(): Promise<void> {
    const { data, store, code, log } = this.#options;
    await mkdir(path.join(data, 'releases'), { recursive: true });
    const text = await readFile(this.#file, 'utf8').catch(() => '{}');
    this.#journal = parseJournal(text);
    const { current } = this.#journal;
    if (current?.group !== undefined) {
      const left = await killOrphanedBuild(current.group, this.#outFolder(current.id));
      if (left) log('killed a build of the previous server');
    }
    const cleared = await clearUnfinishedBuilds(data);
    if (cleared > 0) log(`removed ${String(cleared)} incomplete folders`);

    const live = await currentRelease(data);
    const wanted = await contentTreeId(store.repository, await mainCommit(store));
    // Pages contain today's events and days left, so a site of another day is outdated, too.
    const isFromToday = live !== undefined && dayInBeijing(new Date(live.builtAt)) === dayInBeijing();
    const isOutdated = live?.content !== wanted || live?.code !== code || !isFromToday;
    if (current) this.#journal.last = reportOf(current, live, isOutdated);
    this.#journal.current = undefined;
    this.#journal.wanted = undefined;
    // On a full disk the desk still opens, and says so at the first save.
    await this.#save().catch((error: unknown) => {
      log(`the journal cannot be written: ${String(error)}`);
    });
    if (isOutdated) this.request(current?.by ?? systemName);
    this.#recovered.resolve(undefined);
  }

  /** Requests a build of main. All requests during a build are served by one more build. */
  request(by: string): void {
    if (this.#stopping.signal.aborted) return;
    this.#journal.wanted = { by, at: new Date().toISOString() };
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
      // A request may have come after the last check.
      if (this.#journal.wanted) this.request(this.#journal.wanted.by);
    });
  }

  /** Requests a build if main has content that no release has: a request may have been lost. */
  async requestIfChanged(): Promise<void> {
    const { data, store } = this.#options;
    await this.#recovered.promise;
    const wanted = await contentTreeId(store.repository, await mainCommit(store));
    if ((await currentRelease(data))?.content !== wanted) this.request(systemName);
  }

  get state(): BuildState {
    if (this.#journal.current) return 'building';
    return this.#journal.wanted || this.#starting ? 'queued' : 'idle';
  }

  async report() {
    await this.#recovered.promise;
    const live = await currentRelease(this.#options.data);
    const { current, last, wanted } = this.#journal;
    return {
      state: this.state,
      live: live ? { id: live.id, commit: live.commit, builtAt: live.builtAt, leftOut: live.leftOut } : null,
      current: current && { commit: current.commit, by: current.by, at: current.at },
      last,
      queue: wanted ? 1 : 0,
    };
  }

  /** Resolves when no build is running or waiting: true if there is a release. */
  async settled(): Promise<boolean> {
    await this.#recovered.promise;
    while (this.#working) await this.#working;
    return (await currentRelease(this.#options.data)) !== undefined;
  }

  /** Aborts a running build; the next start builds again. */
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

  /** Queued: parallel writes would use the same temporary file. */
  #save(): Promise<void> {
    return this.#queue(() => writeFileAtomically(this.#file, `${JSON.stringify(this.#journal, null, 2)}\n`));
  }

  async #work(): Promise<void> {
    while (this.#journal.wanted && !this.#stopping.signal.aborted) {
      const { by } = this.#journal.wanted;
      try {
        await this.#buildOnce(by);
      } catch (error) {
        // For example a full disk: the old release stays, and the desk shows the reason.
        this.#options.log(`build could not run: ${String(error)}`);
        const { current } = this.#journal;
        this.#finish(
          'failed',
          buildMessages.trouble(error),
          current ?? { id: '', commit: '', by, at: now() },
        );
        await this.#save().catch((fault: unknown) => {
          this.#options.log(`the journal cannot be written: ${String(fault)}`);
        });
      }
    }
  }

  async #buildOnce(by: string): Promise<void> {
    const { store, data, project, command, minutes, code, log } = this.#options;
    // This build uses main as it is from here on.
    this.#journal.wanted = undefined;
    this.#starting = true;
    const commit = await mainCommit(store);
    const started = Date.now();
    const running: RunningBuild = { id: releaseId(new Date(), commit), commit, by, at: now() };
    this.#journal.current = running;
    this.#starting = false;
    await this.#save();
    const content = (await contentTreeId(store.repository, commit)) ?? '';
    const work = path.join(data, 'work', running.id);
    const outFolder = this.#outFolder(running.id);
    try {
      log(`build ${running.id} starts`);
      const contentFolder = await checkOutContent(store.repository, commit, work);
      const published = await publishedContent(store.repository, data, work);
      await mkdir(buildingFolder(data, running.id), { recursive: true });
      const taken = contentOf(buildingFolder(data, running.id));
      const outcome = await runBuild({
        command,
        cwd: project,
        env: {
          CONTENT_DIR: contentFolder,
          OUT_DIR: outFolder,
          CACHE_DIR: path.join(data, 'cache'),
          LEAVE_OUT: 'on',
          TAKEN_CONTENT: taken,
          ...(published === undefined ? {} : { PUBLISHED_CONTENT: published }),
        },
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
        this.#finish('failed', buildMessages.failed(outcome, minutes), running);
      } else {
        const leftOut = await readLeftOut(store.repository, commit, outFolder);
        await keepContent(contentFolder, taken);
        const release: Release = { id: running.id, commit, content, code, builtAt: now(), ms, leftOut };
        await activateRelease(data, release);
        const missing = leftOut.count > 0 ? `, ${String(leftOut.count)} entries not as published` : '';
        log(`release ${running.id} is live after ${String(ms)} ms${missing}`);
        this.#finish('done', '', running);
        this.#options.published?.(commit);
      }
      await this.#save();
      await pruneReleases(data);
    } finally {
      const half = buildingFolder(data, running.id);
      const removals = [work, half].map((each) => rm(each, { recursive: true, force: true, maxRetries: 5 }));
      await Promise.allSettled(removals);
    }
  }

  #finish(state: BuildReport['state'], message: string, { commit, by, at }: RunningBuild): void {
    this.#journal.last = { state, commit, by, at, ms: Date.now() - Date.parse(at), message };
    this.#journal.current = undefined;
    this.#starting = false;
  }
}

/** The requester of automatic builds: after a restart, or on a new day. */
export const systemName = '系统';

const now = (): string => new Date().toISOString();
