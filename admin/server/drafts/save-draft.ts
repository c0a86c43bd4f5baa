import { contentId } from '../../../src/media/facts-cache.ts';
import { isMentioned } from '../../../src/model/files/file-mentions.ts';
import type { Problem } from '../../../src/model/problems.ts';
import { assertCurrentVersion, assertFolderFree, readBase, targetOf } from './draft-base.ts';
import type { DraftBase, DraftToSave, Target } from './draft-base.ts';
import { unreferencedFiles, storeReferencedFiles } from './draft-files.ts';
import { findDraft, recordAtFolder } from './draft-lookup.ts';
import { contentAfterPublishing, moveMessage } from './content-after-publishing.ts';
import { contentRoot, textPath } from '../entries/entry-paths.ts';
import type { Person } from '../accounts/permissions.ts';
import { actorOf } from '../git/record-store.ts';
import type { DraftRecord } from '../git/record-store.ts';
import { Refusal } from '../../shared/refusal.ts';
import { namesBesideText } from '../git/content-snapshots.ts';
import type { Listing } from '../git/content-snapshots.ts';
import { listed } from '../git/content-checks.ts';
import { mainCommit, versionAt } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';

export interface SavedDraft {
  version: string;
  /** The stored version is already the same. */
  unchanged: boolean;
  path: string;
  slug: string;
  /** The names of the files in the entry's folder. */
  files: string[];
  /** Problems to fix before publishing. */
  problems: Problem[];
  /** A message for the editor if the entry moves. */
  notice?: string | undefined;
}

const longestText = 2 * 1024 * 1024;

/** Commits text and files to the entry's draft branch, unless somebody else has changed it since `baseVersion`. */
export async function saveDraft(store: Store, person: Person, input: DraftToSave): Promise<SavedDraft> {
  const target = targetOf(input);
  const { start, folder } = target;
  checkText(input.text);
  const bytes = Buffer.from(input.text);
  const reading = await store.readings.ofNew(contentId(bytes), {
    path: `${folder}/index.md`,
    text: input.text,
  });
  const isNamed = (name: string): boolean => isMentioned(reading.mentions, name);
  const written = await storeReferencedFiles(store, input.assets, { from: start, to: folder }, isNamed);
  written.set(textPath(folder), await store.repository.storeBlob(bytes));

  const { moves, ...saved } = await store.repository.transact(async () => {
    const base = await readBase(store, input, target);
    const tree = await nextTree(store, target, base, { isNamed, written });
    // The same content is stored already: the client repeats a save because the response was lost.
    if (base.current !== undefined && tree === (await store.repository.read(`${base.parent}^{tree}`))?.id) {
      const slug = base.record?.slug ?? input.slug;
      return { changes: [], result: { version: base.current, unchanged: true, slug, moves: false } };
    }
    await assertFolderFree(store, input, target, base);
    await assertCurrentVersion(store, input, target, base);
    const record = nextRecord(person, input, target, base, reading.title);
    return commitDraft(store, person, target, base, record, tree);
  });
  const { files, problems, referrerCount } = await draftStateOf(store, folder);
  const notice = moves ? moveMessage(folder, referrerCount) : undefined;
  return { ...saved, path: textPath(folder), files, problems, notice };
}

/** Writes the tree with the new blobs and without unreferenced files. */
async function nextTree(
  store: Store,
  { start, folder }: Target,
  { main, record, parent, oldFolder }: DraftBase,
  { isNamed, written }: { isNamed: (name: string) => boolean; written: ReadonlyMap<string, string> },
): Promise<string> {
  const onSite = record ? (record.from ?? folder) : start;
  const [held, published] = await Promise.all([
    store.snapshots.entry(parent, oldFolder),
    store.snapshots.entry(main, onSite),
  ]);
  const gone = unreferencedFiles(
    namesBesideText(held, oldFolder),
    namesBesideText(published, onSite),
    isNamed,
  );
  const changes = entryChanges(held, gone, oldFolder, folder);
  return store.repository.writeTree(parent, new Map([...changes, ...written]));
}

function nextRecord(
  person: Person,
  input: DraftToSave,
  { collection, name, start, folder }: Target,
  { main, record, oldFolder }: DraftBase,
  title = name,
): DraftRecord {
  const now = new Date().toISOString();
  return {
    collection,
    name: record?.name ?? name,
    // A moved draft gets a new slug; its branch keeps the original name.
    slug:
      folder === oldFolder ? (record?.slug ?? input.slug) : `${folder.slice(collection.length + 1)}/index`,
    folder,
    from: record ? record.from : input.isNew ? undefined : start,
    base: record?.base ?? main,
    title,
    // Saving does not change the status, see draft-status.ts.
    status: record?.status ?? 'draft',
    createdBy: record?.createdBy ?? actorOf(person),
    createdAt: record?.createdAt ?? now,
    updatedBy: actorOf(person),
    updatedAt: now,
    notes: record?.notes ?? [],
  };
}

async function commitDraft(
  store: Store,
  person: Person,
  { collection, name }: Target,
  { records, key, ref, tip, parent, oldFolder }: DraftBase,
  next: DraftRecord,
  tree: string,
) {
  const { folder, from, slug, title } = next;
  const [commit, recordsChange] = await Promise.all([
    store.repository.commit(tree, [parent], person, `Draft ${collection}/${name}: ${title}\n`),
    store.records.next(records, new Map([[key, next]]), `Save ${collection}/${name}\n`),
  ]);
  const version = (await versionAt(store, commit, folder)) ?? '';
  const moves = folder !== oldFolder && from !== undefined && from !== folder;
  return {
    changes: [{ ref, from: tip, to: commit }, recordsChange],
    result: { version, unchanged: false, slug, moves },
  };
}

interface DraftState {
  files: string[];
  problems: Problem[];
  /** The number of other entries that publishing would update. */
  referrerCount: number;
}

/** The files of the draft, and the problems to fix before publishing. */
async function draftStateOf(store: Store, folder: string): Promise<DraftState> {
  const record = recordAtFolder(await store.records.read(), folder);
  const draft = record && (await findDraft(store, record.collection, record.name));
  const main = await mainCommit(store);
  const published = await store.snapshots.listing(main);
  const files = namesBesideText(await store.snapshots.entry(draft?.tip ?? main, folder), folder);
  const after = draft && (await contentAfterPublishing(store, published, draft));
  const problems = await store.checks.problemsOf(published, folder, after?.change);
  return { files, problems: listed(problems), referrerCount: after?.referrers.length ?? 0 };
}

/** The tree changes that remove files, or move them when the entry moves. */
function entryChanges(
  held: Listing,
  gone: ReadonlySet<string>,
  from: string,
  to: string,
): Map<string, string | undefined> {
  const changes = new Map<string, string | undefined>();
  for (const [path, { id }] of held) {
    const name = path.slice(from.length + 1);
    if (from !== to || gone.has(name)) changes.set(`${contentRoot}/${path}`, undefined);
    if (from !== to && !gone.has(name)) changes.set(`${contentRoot}/${to}/${name}`, id);
  }
  return changes;
}

function checkText(text: string): void {
  if (!text.isWellFormed() || text.includes('\0')) {
    throw new Refusal(422, '文字里有存不了的字符，请从别处重新粘贴一次，或换成纯文本粘贴。');
  }
  if (Buffer.byteLength(text) > longestText) {
    throw new Refusal(413, '这篇文字超过 2 MB，请拆成几篇，或把其中的图片作为文件上传。');
  }
}
