import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { assertAbsent } from './absent-objects.ts';
import { authorOf } from './commit-author.ts';
import type { CommitAuthor } from './commit-author.ts';
import { GitFailure, gitText, runGit } from './run-git.ts';
import { ObjectReader } from './object-reader.ts';
import type { GitObject } from './object-reader.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { Refusal } from '../../shared/refusal.ts';

export const mainRef = 'refs/heads/main';

export interface Signature {
  name: string;
  email: string;
}

/** A name that git accepts: on one line, without angle brackets, never empty. */
export function gitName({ name, email }: Signature): string {
  const plain = name.replace(/[\s\p{Cc}<>]+/gu, ' ').trim();
  // Git refuses names of only these characters.
  return /^[\s.,:;"'\\]*$/.test(plain) ? email.split('@', 1)[0] || 'hub' : plain;
}
export const hubSignature: Signature = { name: 'Gongjian Hub', email: 'hub@hub.invalid' };

/** An update of a ref; undefined means that the ref does not exist. */
export interface RefChange {
  ref: string;
  from: string | undefined;
  to: string | undefined;
}

export interface TreeFile {
  mode: string;
  id: string;
}
/** Changes of a tree: path -> blob id, or undefined to delete. */
export type TreeChanges = ReadonlyMap<string, string | undefined>;

const zeroId = '0'.repeat(40);
const maxAttempts = 60;

/** A bare repository without a working tree, so there are never half-written files. */
export class Repository {
  readonly folder: string;
  readonly #reader: ObjectReader;
  readonly #queue = createSerialQueue();

  constructor(folder: string) {
    this.folder = path.resolve(folder);
    this.#reader = new ObjectReader(this.folder);
  }

  /** Undefined only if there is no such object; a damaged one is an error. */
  async read(name: string): Promise<GitObject | undefined> {
    const found = await this.#reader.read(name);
    if (!found) await assertAbsent(this.folder, name, (place) => this.#reader.read(place));
    return found;
  }

  close(): void {
    this.#reader.close();
  }

  /** The commit that a ref points to. */
  async tip(ref: string): Promise<string | undefined> {
    return (await this.read(ref))?.id;
  }

  async refs(prefix: string): Promise<string[]> {
    const out = await gitText(this.folder, ['for-each-ref', '--format=%(refname)', prefix]);
    return out === '' ? [] : out.split('\n');
  }

  /** The object id of a folder or file in a commit, or undefined. */
  async idAt(commit: string, place: string): Promise<string | undefined> {
    return (await this.read(`${commit}:${place}`))?.id;
  }

  async author(commit: string): Promise<CommitAuthor> {
    const object = await this.read(commit);
    if (object?.type !== 'commit') throw new Error(`${commit} is not a commit.`);
    return authorOf(object.bytes);
  }

  /** The newest commit of a branch that changed a path, directly or by a merge; undefined if there is none. */
  async lastChange(ref: string, place: string): Promise<string | undefined> {
    // First parents only: a published text is attributed to the person who published it.
    const args = ['rev-list', '--max-count=1', '--first-parent', ref, '--', place];
    return (await gitText(this.folder, args)) || undefined;
  }

  /** The changed paths between two commits: added or changed (`there`), or deleted (`gone`). */
  async changesBetween(from: string, to: string): Promise<Map<string, 'there' | 'gone'>> {
    const args = ['diff-tree', '-r', '-z', '--no-renames', '--name-status', from, to];
    const words = (await runGit(this.folder, args)).toString('utf8').split('\0');
    const changes = new Map<string, 'there' | 'gone'>();
    for (let at = 0; at + 1 < words.length; at += 2) {
      changes.set(words[at + 1] ?? '', words[at] === 'D' ? 'gone' : 'there');
    }
    return changes;
  }

  async storeBlob(content: string | Uint8Array): Promise<string> {
    return gitText(this.folder, ['hash-object', '-w', '--stdin'], { input: content });
  }

  /** All regular files of a tree, by path; no symlinks or submodules. */
  async files(treeish: string, under?: string): Promise<Map<string, TreeFile>> {
    const place = under === undefined ? [] : ['--', `${under}/`];
    const out = await runGit(this.folder, ['ls-tree', '-r', '-z', treeish, ...place]);
    const found = new Map<string, TreeFile>();
    for (const line of out.toString('utf8').split('\0')) {
      const [, mode, id, name] = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      if (mode?.startsWith('100') && id !== undefined && name !== undefined) found.set(name, { mode, id });
    }
    return found;
  }

  /** Writes a new tree based on another, using a temporary index. */
  async writeTree(base: string | undefined, changes: TreeChanges): Promise<string> {
    const index = path.join(this.folder, `index-${randomUUID()}`);
    const env = { GIT_INDEX_FILE: index };
    try {
      if (base !== undefined) await runGit(this.folder, ['read-tree', base], { env });
      const lines = [...changes].map(([name, id]) =>
        id === undefined ? `0 ${zeroId}\t${name}` : `100644 ${id}\t${name}`,
      );
      // Deletions first: a file may be replaced by a folder of the same name.
      lines.sort((a, b) => Number(b.startsWith('0 ')) - Number(a.startsWith('0 ')));
      if (lines.length > 0) {
        const input = lines.map((line) => `${line}\0`).join('');
        await runGit(this.folder, ['update-index', '-z', '--index-info'], { env, input });
      }
      return await gitText(this.folder, ['write-tree'], { env });
    } finally {
      await rm(index, { force: true });
    }
  }

  async commit(
    tree: string,
    parents: readonly string[],
    author: Signature,
    message: string,
  ): Promise<string> {
    const now = `${String(Math.floor(Date.now() / 1000))} +0800`;
    return gitText(this.folder, ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])], {
      input: message,
      env: {
        GIT_AUTHOR_NAME: gitName(author),
        GIT_AUTHOR_EMAIL: author.email,
        GIT_AUTHOR_DATE: now,
        GIT_COMMITTER_NAME: hubSignature.name,
        GIT_COMMITTER_EMAIL: hubSignature.email,
        GIT_COMMITTER_DATE: now,
      },
    });
  }

  /**
   * Runs a transaction with optimistic locking. `attempt` reads the refs and returns the updates. They are applied
   * together, and only if no ref has changed since. Otherwise `attempt` runs again.
   */
  transact<T>(attempt: () => Promise<{ changes: readonly RefChange[]; result: T }>): Promise<T> {
    return this.#queue(async () => {
      for (let tries = 0; tries < maxAttempts; tries++) {
        const { changes, result } = await attempt();
        if (changes.length === 0 || (await this.#moveRefs(changes))) return result;
        // Another process has updated a ref, or holds its lock.
        await delay(Math.random() * Math.min(250, 4 * 2 ** tries));
      }
      throw new Refusal(503, '现在保存的人太多，这次没有存上。您写的内容还在，请过一分钟再保存。');
    });
  }

  async #moveRefs(changes: readonly RefChange[]): Promise<boolean> {
    const lines = changes.map(({ ref, from, to }) => {
      if (to === undefined) return `delete ${ref}\0${from ?? ''}\0`;
      return `update ${ref}\0${to}\0${from ?? zeroId}\0`;
    });
    const input = ['start\0', ...lines, 'prepare\0', 'commit\0'].join('');
    try {
      await runGit(this.folder, ['update-ref', '--stdin', '-z'], { input });
      return true;
    } catch (error) {
      const moved = /cannot lock ref|unable to (?:create|lock)|but expected|already exists|is at /i;
      if (error instanceof GitFailure && moved.test(error.stderr)) return false;
      throw error;
    }
  }
}
