// The desk's thread: everything that reads or writes content for the desk happens here, so that the thread that serves
// readers never waits for it. Work whose length a stranger decides goes on to the text processes.
import { parentPort, workerData } from 'node:worker_threads';
import type { Person } from '../accounts/permissions.ts';
import { reconcileDrafts } from '../drafts/reconcile-drafts.ts';
import { mainCommit, openStore } from '../git/content-store.ts';
import { clearStaleLocks } from '../git/seed-repository.ts';
import { asFault } from './desk-messages.ts';
import type { DeskCall, DeskMessage, DeskThreadOptions } from './desk-messages.ts';
import { deskWork } from './desk-work.ts';
import type { DeskWork, FoundFile } from './desk-work.ts';
import { LimitedPool } from './limited-pool.ts';

const { repository, production, cache, isRestart } = workerData as DeskThreadOptions;
const pool = new LimitedPool();
pool.warm();
const store = openStore(repository, { production, cache, work: pool.run });
const work = deskWork(store, (by) => {
  send({ kind: 'published', by: by.name });
});

const ready = isRestart ? repair() : Promise.resolve();
void ready.then(prepare).catch((error: unknown) => {
  send({ kind: 'log', line: `the content cannot be read ahead: ${String(error)}` });
});

parentPort?.on('message', (call: DeskCall | 'there?') => {
  if (call === 'there?') {
    send({ kind: 'here' });
    return;
  }
  void ready
    .catch(() => undefined)
    .then(() => pool.for(personOf(call)?.username ?? 'preview', () => run(call)))
    .then(
      (result) => {
        send({ kind: 'answer', id: call.id, result }, buffersIn(result));
      },
      (error: unknown) => {
        send({ kind: 'fault', id: call.id, fault: asFault(error) });
      },
    );
});

function run({ call, args }: DeskCall): Promise<unknown> {
  const method = work[call] as (...args: Parameters<DeskWork[typeof call]>) => Promise<unknown>;
  return method(...args);
}

const personOf = (call: DeskCall): Person | undefined => (call.call === 'file' ? undefined : call.args[0]);

async function repair(): Promise<void> {
  const cleared = await clearStaleLocks(repository);
  const repaired = await reconcileDrafts(store);
  send({
    kind: 'log',
    line: `the desk's thread is back: ${String(cleared)} locks, ${String(repaired)} repairs`,
  });
  send({ kind: 'back' });
}

/** Reads all of main in the background. */
async function prepare(): Promise<void> {
  const started = performance.now();
  const listing = await store.snapshots.listing(await mainCommit(store));
  await store.checks.prepare(listing);
  const ms = (performance.now() - started).toFixed(0);
  send({ kind: 'log', line: `read ${String(listing.size)} files of content in ${ms} ms` });
}

function send(message: DeskMessage, moved: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, moved);
}

/** What is moved to the other thread instead of copied: lists of a large hub have megabytes. */
function buffersIn(result: unknown): ArrayBuffer[] {
  const bytes = result instanceof Uint8Array ? result : (result as FoundFile | undefined)?.bytes;
  return bytes ? [bytes.buffer as ArrayBuffer] : [];
}
