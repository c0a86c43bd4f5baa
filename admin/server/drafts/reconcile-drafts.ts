import { draftRef, entryOfFolder, textPath } from '../entries/entry-paths.ts';
import { isDamage } from '../git/damaged-store.ts';
import { GitFailure, gitText } from '../git/run-git.ts';
import { draftRecordKey } from '../git/record-store.ts';
import type { DraftRecord } from '../git/record-store.ts';
import { Refusal } from '../../shared/refusal.ts';
import { mainRef } from '../git/repository.ts';
import type { RefChange } from '../git/repository.ts';
import { mainCommit, titleOf } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';

/**
 * Git updates several refs in one transaction, but after a crash in the middle only some may be updated. No text is
 * lost, and this function makes branches and records consistent again.
 */
export async function reconcileDrafts(store: Store): Promise<number> {
  const branches = new Set(await store.repository.refs('refs/heads/cms/'));
  return store.repository.transact(async () => {
    const main = await mainCommit(store);
    const records = await store.records.read();
    const changes = new Map<string, DraftRecord | undefined>();
    const moves: RefChange[] = [];
    for (const [key, { collection, name }] of records.drafts) {
      const ref = draftRef(collection, name);
      const tip = branches.has(ref) ? await tipOf(store, ref) : undefined;
      branches.delete(ref);
      if (tip === damaged) continue;
      if (tip !== undefined && !(await isPartOf(store, tip, main))) continue;
      // Its text is on main, or its branch is gone: the draft has ended, and only the record is left.
      changes.set(key, undefined);
      if (tip !== undefined) moves.push({ ref, from: tip, to: undefined });
    }
    for (const ref of branches) {
      const tip = (await tipOf(store, ref)) ?? '';
      if (tip === damaged) continue;
      if (await isPartOf(store, tip, main)) {
        moves.push({ ref, from: tip, to: undefined });
        continue;
      }
      const record = await recordFrom(store, ref, tip, main).catch((error: unknown) => {
        // Somebody pushed a branch with unrelated history or other paths: it is not a draft.
        if (error instanceof GitFailure || error instanceof Refusal || isDamage(error)) return undefined;
        throw error;
      });
      if (record) changes.set(draftRecordKey(record.collection, record.name), record);
    }
    const result = changes.size + moves.length;
    if (result === 0) return { changes: [], result };
    return {
      changes: [...moves, await store.records.next(records, changes, 'Repair drafts after a crash\n')],
      result,
    };
  });
}

/** A draft whose commit cannot be read stays as it is: a backup may still have it. */
const damaged = 'damaged';
const tipOf = (store: Store, ref: string): Promise<string | undefined> =>
  store.repository.tip(ref).catch((error: unknown) => {
    if (isDamage(error)) return damaged;
    throw error;
  });

const isPartOf = (store: Store, commit: string, main: string): Promise<boolean> =>
  gitText(store.repository.folder, ['merge-base', '--is-ancestor', commit, main]).then(
    () => true,
    () => false,
  );

/** Rebuilds the record of a draft from its branch. */
async function recordFrom(
  store: Store,
  ref: string,
  tip: string,
  main: string,
): Promise<DraftRecord | undefined> {
  const { folder: repository } = store.repository;
  const base = await gitText(repository, ['merge-base', tip, mainRef]);
  const texts = [...(await store.repository.changesBetween(base, tip))].filter(([path]) =>
    path.endsWith('/index.md'),
  );
  const text = texts.find(([, state]) => state === 'there')?.[0];
  if (text === undefined) return undefined;
  const { collection, folder } = entryOfFolder(text.replace(/\/index\.md$/, ''));
  // A draft that moves its entry deletes the old folder.
  const left = texts.find(([, state]) => state === 'gone')?.[0];
  const { name, email, at = new Date().toISOString() } = await store.repository.author(tip);
  const by = { name, username: email.split('@')[0] ?? '' };
  const draftName = ref.slice(`refs/heads/cms/${collection}/`.length).replaceAll('--', '/');
  const id = await store.repository.idAt(tip, textPath(folder));
  const onMain = await store.repository.idAt(main, textPath(folder));
  return {
    collection,
    name: draftName,
    slug: `${draftName}/index`,
    folder,
    from:
      left === undefined
        ? onMain === undefined
          ? undefined
          : folder
        : entryOfFolder(left.replace(/\/index\.md$/, '')).folder,
    base,
    title: await titleOf(store, `${folder}/index.md`, id, draftName),
    status: 'draft',
    createdBy: by,
    createdAt: at,
    updatedBy: by,
    updatedAt: at,
    notes: [],
  };
}
