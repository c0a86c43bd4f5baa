import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
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

/** A name as git takes it: on one line, without the brackets of the address. Never empty. */
export function gitName({ name, email }: Signature): string {
  const plain = name.replace(/[\s\p{Cc}<>]+/gu, ' ').trim();
  // Git refuses names of nothing but such signs.
  return /^[\s.,:;"'\\]*$/.test(plain) ? email.split('@', 1)[0] || 'hub' : plain;
}
export const hubSignature: Signature = { name: 'Gongjian Hub', email: 'hub@hub.invalid' };

/** A ref that moves from one commit to another; undefined is "not there". */
export interface RefChange {
  ref: string;
  from: string | undefined;
  to: string | undefined;
}

export interface TreeFile {
  mode: string;
  id: string;
}
/** What a tree gets: an object's id, or undefined to take the path away. */
export type TreeChanges = ReadonlyMap<string, string | undefined>;

const zero = '0'.repeat(40);
const mostTries = 60;

/** A bare repository. Nothing is ever checked out beside it, so nobody reads a half-written text. */
export class Repository {
  readonly folder: string;
  readonly #reader: ObjectReader;
  readonly #inTurn = createSerialQueue();

  constructor(folder: string) {
    this.folder = path.resolve(folder);
    this.#reader = new ObjectReader(this.folder);
  }

  read(name: string): Promise<GitObject | undefined> {
    return this.#reader.read(name);
  }

  close(): void {
    this.#reader.close();
  }

  /** The commit a ref points at. */
  async tip(ref: string): Promise<string | undefined> {
    return (await this.read(ref))?.id;
  }

  async refs(prefix: string): Promise<string[]> {
    const out = await gitText(this.folder, ['for-each-ref', '--format=%(refname)', prefix]);
    return out === '' ? [] : out.split('\n');
  }

  /** The id of a folder or file in a commit, or undefined where there is none. */
  async idAt(commit: string, place: string): Promise<string | undefined> {
    return (await this.read(`${commit}:${place}`))?.id;
  }

  /** Who made a commit. */
  async author(commit: string): Promise<CommitAuthor> {
    const object = await this.read(commit);
    if (object?.type !== 'commit') throw new Error(`${commit} is no commit.`);
    return authorOf(object.bytes);
  }

  /** The newest commit of a branch that changed a place, itself or by what it merged; undefined where none did. */
  async lastChange(ref: string, place: string): Promise<string | undefined> {
    // First parents only: on main, a published text is the work of who published it.
    const args = ['rev-list', '--max-count=1', '--first-parent', ref, '--', place];
    return (await gitText(this.folder, args)) || undefined;
  }

  /** What differs between two commits: path -> whether it was added or changed, or is gone. */
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

  /** Every file of a tree by its path. Symlinks and submodules are not files and are left out. */
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

  /** A new tree made from another in an index of its own, which no other process sees. */
  async writeTree(base: string | undefined, changes: TreeChanges): Promise<string> {
    const index = path.join(this.folder, `index-${randomUUID()}`);
    const env = { GIT_INDEX_FILE: index };
    try {
      if (base !== undefined) await runGit(this.folder, ['read-tree', base], { env });
      const lines = [...changes].map(([name, id]) =>
        id === undefined ? `0 ${zero}\t${name}` : `100644 ${id}\t${name}`,
      );
      // Removals first: a file may give its name to a folder.
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
   * Makes a change that depends on where the refs stand. `attempt` looks, decides and says which refs move;
   * they move together, and only if none of them moved meanwhile. Otherwise it is asked again.
   */
  transact<T>(attempt: () => Promise<{ changes: readonly RefChange[]; result: T }>): Promise<T> {
    return this.#inTurn(async () => {
      for (let tries = 0; tries < mostTries; tries++) {
        const { changes, result } = await attempt();
        if (changes.length === 0 || (await this.#moveRefs(changes))) return result;
        // Another process was faster, or holds the lock for a moment.
        await delay(Math.random() * Math.min(250, 4 * 2 ** tries));
      }
      throw new Refusal(503, '现在保存的人太多，这次没有存上。您写的内容还在，请过一分钟再保存。');
    });
  }

  async #moveRefs(changes: readonly RefChange[]): Promise<boolean> {
    const lines = changes.map(({ ref, from, to }) => {
      if (to === undefined) return `delete ${ref}\0${from ?? ''}\0`;
      return `update ${ref}\0${to}\0${from ?? zero}\0`;
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
