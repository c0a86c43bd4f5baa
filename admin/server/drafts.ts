import { renderMarkdown } from '../../src/markdown/render.ts';
import { collectionOf } from '../../src/model/collections.ts';
import { filesNamedBy } from '../../src/model/named-files.ts';
import type { Problem } from '../../src/model/problems.ts';
import { conflict, taken } from './conflicts.ts';
import { leftOver, storeNamed } from './draft-files.ts';
import type { SentFile } from './draft-files.ts';
import { findDraft, keyOf, recordAt, recordOf } from './draft-lookup.ts';
import { contentWith, movedSentence } from './next-content.ts';
import { draftKey, draftRef, placeOfText, root, textOf } from './places.ts';
import type { Person } from './permissions.ts';
import { actorOf, draftRecordKey } from './records.ts';
import type { DraftRecord, Records } from './records.ts';
import { Refusal } from './refusal.ts';
import { namesIn } from './snapshots.ts';
import type { Listing } from './snapshots.ts';
import { mainTip, problemsOf, titleOf, versionAt } from './store.ts';
import type { Store } from './store.ts';

export interface DraftToSave {
  collection: string;
  slug: string;
  /** `content/…/index.md`, where the text lies or shall lie. */
  path: string;
  /** Where it moves, when its date or name in the address changed. */
  newPath?: string | undefined;
  text: string;
  /** Only those that the text names are kept. */
  assets: readonly SentFile[];
  isNew: boolean;
  /** The version the text was made on. */
  baseVersion?: string | undefined;
}

export interface SavedDraft {
  version: string;
  /** Nothing was different from what is stored. */
  unchanged: boolean;
  path: string;
  slug: string;
  /** The files beside the text, by name. */
  files: string[];
  /** What has to be mended before it can be published. */
  problems: Problem[];
  /** What the editor should know: that the entry moves, and how many others change along. */
  said?: string | undefined;
}

const longestText = 2 * 1024 * 1024;

/** Stores text and pictures on the entry's draft, if nobody else changed it since `baseVersion`. */
export async function saveDraft(store: Store, person: Person, input: DraftToSave): Promise<SavedDraft> {
  const { collection, name } = draftKey(input.collection, input.slug);
  const start = placeOfText(input.path);
  const place = input.newPath === undefined ? start : placeOfText(input.newPath);
  if (start.collection !== collection || place.collection !== collection) {
    throw new Refusal(422, '这篇内容的位置和所选栏目对不上，请刷新页面后再保存。');
  }
  checkText(input.text);
  const { folder } = place;
  const isNamed = filesNamedBy(collectionOf(collection), input.text, renderMarkdown);
  const written = await storeNamed(store, input.assets, { from: start.folder, to: folder }, isNamed);
  written.set(textOf(folder), await store.repository.storeBlob(input.text));

  const saved = await store.repository.transact(async () => {
    const main = await mainTip(store);
    const records = await store.records.read();
    const record =
      recordOf(records, collection, name) ?? (input.isNew ? undefined : recordAt(records, start.folder));
    const key = record ? keyOf(record) : draftRecordKey(collection, name);
    const ref = record ? draftRef(collection, record.name) : draftRef(collection, name);
    const tip = record ? await store.repository.tip(ref) : undefined;
    if (record && tip === undefined) throw new Error(`The draft ${key} has lost its branch ${ref}.`);
    const from = tip ?? main;
    const oldFolder = record?.folder ?? start.folder;
    const [current, onMain] = await Promise.all([
      versionAt(store, from, oldFolder),
      versionAt(store, main, folder),
    ]);

    const onSite = record ? (record.from ?? folder) : start.folder;
    const [held, published] = await Promise.all([
      store.snapshots.entry(from, oldFolder),
      store.snapshots.entry(main, onSite),
    ]);
    const gone = leftOver(namesIn(held, oldFolder), namesIn(published, onSite), isNamed);
    const changes = entryChanges(held, gone, oldFolder, folder);
    const tree = await store.repository.writeTree(from, new Map([...changes, ...written]));
    // Exactly what is stored already: an answer that was lost on the way, asked for again.
    if (current !== undefined && tree === (await store.repository.read(`${from}^{tree}`))?.id) {
      return {
        changes: [],
        result: { version: current, unchanged: true, slug: record?.slug ?? input.slug, moves: false },
      };
    }
    const isNew = input.isNew && !record;
    if (input.isNew && record) throw await taken(store, record.folder, record);
    if (onMain !== undefined && (isNew || folder !== (record?.from ?? start.folder))) {
      throw await conflict(store, folder, onMain, 'taken');
    }
    await otherDraftIn(store, records, folder, key);
    if (!isNew) {
      if (current === undefined) throw await conflict(store, start.folder, undefined, 'gone');
      if (input.baseVersion === undefined) {
        throw new Refusal(428, '不知道您改的是哪一版。请复制您写的内容，重新打开这篇，再粘贴保存。');
      }
      if (input.baseVersion !== current) {
        throw await conflict(store, oldFolder, current, 'changed', record);
      }
    }

    const now = new Date().toISOString();
    const title = titleOf(collection, input.text, name);
    const next: DraftRecord = {
      collection,
      name: record?.name ?? name,
      // A moved draft goes by its new place; its branch keeps the name it was begun under.
      slug:
        folder === oldFolder ? (record?.slug ?? input.slug) : `${folder.slice(collection.length + 1)}/index`,
      folder,
      from: record ? record.from : isNew ? undefined : start.folder,
      base: record?.base ?? main,
      title,
      // A save says nothing of the state: setting it is a deed of its own, in draft-status.ts.
      status: record?.status ?? 'draft',
      createdBy: record?.createdBy ?? actorOf(person),
      createdAt: record?.createdAt ?? now,
      updatedBy: actorOf(person),
      updatedAt: now,
      notes: record?.notes ?? [],
    };
    const [commit, bookMove] = await Promise.all([
      store.repository.commit(tree, [from], person, `Draft ${collection}/${name}: ${title}\n`),
      store.records.next(records, new Map([[key, next]]), `Save ${collection}/${name}\n`),
    ]);
    const version = await versionAt(store, commit, folder);
    return {
      changes: [{ ref, from: tip, to: commit }, bookMove],
      result: {
        version: version ?? '',
        unchanged: false,
        slug: next.slug,
        moves: folder !== oldFolder && next.from !== undefined && next.from !== folder,
      },
    };
  });
  const { moves, ...answer } = saved;
  const { files, problems, along } = await stateOf(store, folder);
  const said = moves ? movedSentence(folder, along) : undefined;
  return { ...answer, path: textOf(folder), files, problems, said };
}

interface DraftState {
  files: string[];
  problems: Problem[];
  /** How many other entries would change along. */
  along: number;
}

/** What the draft holds, and what an editor still has to mend, were it published now. */
async function stateOf(store: Store, folder: string): Promise<DraftState> {
  const record = recordAt(await store.records.read(), folder);
  const draft = record && (await findDraft(store, record.collection, record.name));
  const main = await mainTip(store);
  const published = await store.snapshots.listing(main);
  const files = namesIn(await store.snapshots.entry(draft?.tip ?? main, folder), folder);
  if (!draft) return { files, problems: await problemsOf(store, published, folder), along: 0 };
  const { listing, along } = await contentWith(store, published, draft);
  return { files, problems: await problemsOf(store, listing, folder), along: along.length };
}

/** Files that leave, and those that go along when the entry moves. */
function entryChanges(
  held: Listing,
  gone: ReadonlySet<string>,
  from: string,
  to: string,
): Map<string, string | undefined> {
  const changes = new Map<string, string | undefined>();
  for (const [path, { id }] of held) {
    const name = path.slice(from.length + 1);
    if (from !== to || gone.has(name)) changes.set(`${root}/${path}`, undefined);
    if (from !== to && !gone.has(name)) changes.set(`${root}/${to}/${name}`, id);
  }
  return changes;
}

async function otherDraftIn(store: Store, records: Records, folder: string, key: string): Promise<void> {
  for (const [other, record] of records.drafts) {
    if (other !== key && record.folder === folder) throw await taken(store, folder, record);
  }
}

function checkText(text: string): void {
  if (!text.isWellFormed() || text.includes('\0')) {
    throw new Refusal(422, '文字里有存不了的字符，请从别处重新粘贴一次，或换成纯文本粘贴。');
  }
  if (Buffer.byteLength(text) > longestText) {
    throw new Refusal(413, '这篇文字超过 2 MB，请拆成几篇，或把其中的图片作为文件上传。');
  }
}
