import { chmod, mkdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import { gitText } from '../git/run-git.ts';
import { openDesk } from '../open-desk.ts';
import type { OpenDesk } from '../open-desk.ts';
import type { Settings } from '../settings.ts';
import { startFailureFor } from '../start-failure.ts';
import { objectFile } from './fixture-data.ts';
import type { FixtureData } from './fixture-data.ts';
import { noticePath } from './fixture-hub.ts';

export type Damage = (settings: Settings) => unknown;
type FileName = (settings: Settings) => string | Promise<string>;
let copies = 0;

/** Opens a damaged copy: the desk with what it logged, or the sentence. */
export async function openDamaged(
  origin: FixtureData,
  damage: Damage,
): Promise<{ desk?: OpenDesk; sentence: string; log: string; data: string }> {
  const settings = await origin.copy(`copy-${String(++copies)}`);
  const { data } = settings;
  const undo: unknown = await damage(settings);
  const lines: string[] = [];
  try {
    const desk = await openDesk(settings, (line) => lines.push(line));
    return { desk, sentence: '', log: lines.join('\n'), data };
  } catch (error) {
    const failure = startFailureFor(error, { data, host: '', port: 0 });
    // Nothing stays open: the next attempt says the same, and not that a server is running.
    const again = await openDesk(settings, () => undefined).catch((fault: unknown) => fault);
    expect(startFailureFor(again, { data, host: '', port: 0 }).message).toBe(failure.message);
    return { sentence: failure.message, log: lines.join('\n'), data };
  } finally {
    if (typeof undo === 'function') (undo as () => void)();
  }
}

export const cut =
  (name: FileName, share: number): Damage =>
  async (settings) => {
    const file = await name(settings);
    await chmod(file, 0o600);
    await truncate(file, Math.floor((await stat(file)).size * share));
  };
export const inStore =
  (name: string) =>
  ({ repository }: Settings): string =>
    path.join(repository, name);
export const inData =
  (name: string) =>
  ({ data }: Settings): string =>
    path.join(data, name);
export const object = (name: string) => (settings: Settings) => objectFile(settings, name);
export const remove =
  (name: FileName): Damage =>
  async (settings) =>
    rm(await name(settings), { recursive: true });
export const write =
  (name: FileName, text: string | Uint8Array): Damage =>
  async (settings) => {
    const file = await name(settings);
    await rm(file, { force: true, recursive: true });
    await writeFile(file, text);
  };
/** An empty folder of the same name. */
export const folderInstead =
  (name: FileName): Damage =>
  async (settings) => {
    const place = await name(settings);
    await rm(place, { force: true, recursive: true });
    await mkdir(place);
  };
export const repacked =
  (damage: Damage): Damage =>
  async (settings) => {
    await gitText(settings.repository, ['repack', '-adq']);
    await gitText(settings.repository, ['pack-refs', '--all']);
    return damage(settings);
  };
/** A ref with an object that it cannot be meant for. */
export const pointsTo =
  (ref: string, other: string): Damage =>
  async ({ repository }) => {
    await gitText(repository, ['update-ref', ref, await gitText(repository, ['rev-parse', other])]);
  };
export const sql =
  (statement: string): Damage =>
  ({ accountsFile }) => {
    const database = new DatabaseSync(accountsFile);
    database.exec(statement);
    database.close();
  };
export const text = `main:${noticePath('tingdian')}`;
export const draft = 'refs/heads/cms/notices/2026--yizhen';

/** A record with other text, as a crash or a hand could leave it. */
export function garbageRecord(content: string): Damage {
  return async ({ repository }) => {
    const ref = 'refs/meta/drafts';
    const index = path.join(repository, 'index-for-test');
    const env = { GIT_INDEX_FILE: index };
    const id = await gitText(repository, ['hash-object', '-w', '--stdin'], { input: content });
    await gitText(repository, ['read-tree', ref], { env });
    const line = `100644 ${id}\tdrafts/notices/2026--yizhen.json\n`;
    await gitText(repository, ['update-index', '--index-info'], { env, input: line });
    const tree = await gitText(repository, ['write-tree'], { env });
    const who = {
      GIT_AUTHOR_NAME: 'x',
      GIT_AUTHOR_EMAIL: 'x@x',
      GIT_COMMITTER_NAME: 'x',
      GIT_COMMITTER_EMAIL: 'x@x',
    };
    const commit = await gitText(repository, ['commit-tree', tree, '-p', ref, '-m', 'x'], { env: who });
    await gitText(repository, ['update-ref', ref, commit]);
    await rm(index);
  };
}
