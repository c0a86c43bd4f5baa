import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { assertAbsent } from './absent-objects.ts';
import { authorOf } from './commit-author.ts';
import type { CommitAuthor } from './commit-author.ts';
import { GitFailure, gitText, runGit } from './run-git.ts';
import { ObjectReader } from './object-reader.ts';
import type { GitObject } from './object-reader.ts';
import { ObjectWriter } from './object-writer.ts';
import { RefUpdater } from './ref-updater.ts';
import type { RefChange } from './ref-updater.ts';
import { Trees } from './trees.ts';
import type { TreeChanges, TreeFile } from './trees.ts';
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

export type { RefChange } from './ref-updater.ts';
export type { TreeFile } from './trees.ts';

const maxAttempts = 60;

/** A bare repository without a working tree, so there are never half-written files. */
export class Repository {
  readonly folder: string;
  readonly #reader: ObjectReader;
  readonly #writer: ObjectWriter;
  readonly #trees: Trees;
  readonly #refs: RefUpdater;
  readonly #queue = createSerialQueue();

  constructor(folder: string) {
    this.folder = path.resolve(folder);
    this.#reader = new ObjectReader(this.folder);
    this.#writer = new ObjectWriter(this.folder);
    this.#refs = new RefUpdater(this.folder);
    this.#trees = new Trees(this.#reader, this.#writer);
  }

  /** Undefined only if there is no such object; a damaged one is an error. */
  async read(name: string): Promise<GitObject | undefined> {
    const found = await this.#reader.read(name);
    if (!found) await assertAbsent(this.folder, name, (place) => this.#reader.read(place));
    return found;
  }

  close(): void {
    this.#reader.close();
    this.#refs.close();
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

  /** The newest commit at or before another that changed a path itself, not by a merge: by the person who wrote it. */
  async lastEdit(commit: string, place: string): Promise<string | undefined> {
    const args = ['rev-list', '--max-count=1', '--no-merges', commit, '--', place];
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
    return this.#writer.write('blob', Buffer.from(content));
  }

  /** All regular files of a tree, by path; no symlinks or submodules. `under` names a folder in it. */
  async files(treeish: string, under?: string): Promise<Map<string, TreeFile>> {
    const tree = await this.read(under === undefined ? `${treeish}^{tree}` : `${treeish}:${under}`);
    if (tree?.type !== 'tree') return new Map();
    return this.#trees.files(tree.id, under === undefined ? '' : `${under}/`);
  }

  /** Writes a new tree based on another. */
  async writeTree(base: string | undefined, changes: TreeChanges): Promise<string> {
    const tree = base === undefined ? undefined : await this.read(`${base}^{tree}`);
    if (base !== undefined && !tree) throw new Error(`There is no tree ${base}.`);
    return this.#trees.changed(tree?.id, changes);
  }

  async commit(
    tree: string,
    parents: readonly string[],
    author: Signature,
    message: string,
  ): Promise<string> {
    const now = `${String(Math.floor(Date.now() / 1000))} +0800`;
    const lines = [
      `tree ${tree}`,
      ...parents.map((parent) => `parent ${parent}`),
      `author ${gitName(author)} <${author.email}> ${now}`,
      `committer ${hubSignature.name} <${hubSignature.email}> ${now}`,
      '',
      message,
    ];
    const text = lines.join('\n');
    if (text.includes('\0') || /[<>\n]/.test(author.email)) throw new Error('Git refuses this commit.');
    return this.#writer.write('commit', Buffer.from(text));
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
    try {
      await this.#refs.move(changes);
      return true;
    } catch (error) {
      // Ended from outside, without a word: whether it had finished is seen by trying again.
      const isKilled = error instanceof GitFailure && error.stderr === '';
      if (error instanceof GitFailure && (isKilled || isHeldOrMoved(error.stderr))) return false;
      throw error;
    }
  }
}

/**
 * Whether somebody else holds the lock of a ref, or has changed it: then it is worth to try again. Git begins the message
 * in the same way when the name is too long, the disk is full or the folder cannot be written, which does not pass.
 */
export const isHeldOrMoved = (stderr: string): boolean =>
  /: File exists|but expected|reference already exists|unable to resolve reference/i.test(stderr);
