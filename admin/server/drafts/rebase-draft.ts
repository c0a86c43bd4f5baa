import { randomUUID } from 'node:crypto';
import { contentId } from '../../../src/media/facts-cache.ts';
import { isCollectionName } from '../../../src/model/collections.ts';
import type { CollectionName } from '../../../src/model/collections.ts';
import { isMentioned } from '../../../src/model/files/file-mentions.ts';
import { displayTime } from '../../shared/beijing-time.ts';
import type { Draft } from './draft-lookup.ts';
import { currentFolder, movesIn, textWithMoves } from '../entries/entry-moves.ts';
import type { Person } from '../accounts/permissions.ts';
import { contentRoot } from '../entries/entry-paths.ts';
import type { Move } from '../entries/entry-references.ts';
import type { DraftRecord, Note } from '../git/record-store.ts';
import type { Listing } from '../git/content-snapshots.ts';
import { lastChangeOf, versionAt } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';
import { Refusal } from '../../shared/refusal.ts';
import { TooMuchWork } from '../workers/text-work.ts';
import type { MergeConflict } from './three-way-merge.ts';

export interface RebasedDraft extends Draft {
  /** What both sides changed. The draft keeps its own version; a note contains the other one. */
  conflicts: readonly MergeConflict[];
  /** A message for the editor; undefined if main has not changed the entry. */
  notice?: string;
}

/**
 * Rebases a draft onto the current version of its entry, which may have been edited, moved or deleted since the draft
 * was started. It only writes objects; the caller updates the refs.
 */
export async function rebaseDraft(
  store: Store,
  person: Person,
  draft: Draft,
  main: string,
): Promise<RebasedDraft> {
  const { record, tip } = draft;
  const { base, from } = record;
  if (from === undefined) return { record, tip, conflicts: [] };
  const published = await store.snapshots.listing(main);
  const now = await currentFolder(store, published, from);
  if (now === undefined) {
    const notice = `这篇内容已经从网站上删除（${await lastEditor(store, from)}）。发布这篇草稿，会把它重新放上网站。`;
    const next = withSystemNote({ ...record, from: undefined, base: main }, notice);
    return { record: next, tip, conflicts: [], notice };
  }
  const [atBase, onMain] = await Promise.all([versionAt(store, base, from), versionAt(store, main, now)]);
  if (atBase === onMain && now === from) return { record, tip, conflicts: [] };

  const sides = {
    base: await filesIn(store, base, from),
    ours: await filesIn(store, tip, record.folder),
    theirs: await filesIn(store, main, now),
  };
  const moves = await movesIn(store, published);
  const { text, conflicts: inText } = await mergeTexts(store, record.collection, sides, moves);
  const path = `${record.folder}/index.md`;
  const reading = await store.readings.ofNew(contentId(Buffer.from(text)), { path, text });
  const isNamed = (name: string): boolean => isMentioned(reading.mentions, name);
  const { files, conflicts: inFiles } = mergeFiles(sides, isNamed);
  const moved = record.folder === from ? now : record.folder;
  const folder = reading.folder ?? moved;
  const changes = new Map<string, string | undefined>();
  for (const name of sides.ours.keys()) changes.set(`${contentRoot}/${record.folder}/${name}`, undefined);
  for (const [name, id] of files) changes.set(`${contentRoot}/${folder}/${name}`, id);
  changes.set(`${contentRoot}/${folder}/index.md`, await store.repository.storeBlob(text));
  const tree = await store.repository.writeTree(tip, changes);
  const message = `Bring ${record.collection}/${record.name} up to date: ${record.title}\n`;
  const commit = await store.repository.commit(tree, [tip, main], person, message);

  const conflicts = [...inText, ...inFiles];
  const notice = rebaseMessage(await lastEditor(store, now), conflicts);
  const slug = folder === record.folder ? record.slug : `${folder.slice(record.collection.length + 1)}/index`;
  const next = { ...record, slug, folder, from: now, base: main };
  return {
    record: conflicts.length > 0 ? withSystemNote(next, conflictNote(notice, conflicts)) : next,
    tip: commit,
    conflicts,
    notice,
  };
}

type Files = ReadonlyMap<string, string>;
interface Sides {
  base: Files;
  ours: Files;
  theirs: Files;
}

/** The files of an entry: name -> id. */
async function filesIn(store: Store, commit: string, folder: string): Promise<Files> {
  const listing: Listing = await store.snapshots.entry(commit, folder);
  return new Map([...listing].map(([path, { id }]) => [path.slice(folder.length + 1), id]));
}

async function mergeTexts(store: Store, collection: string, sides: Sides, moves: readonly Move[]) {
  const read = async (files: Files): Promise<string> => {
    const id = files.get('index.md');
    return id === undefined ? '' : store.snapshots.text(id);
  };
  const [base, ours, theirs] = await Promise.all([read(sides.base), read(sides.ours), read(sides.theirs)]);
  if (!isCollectionName(collection)) throw new Error(`Unknown collection "${collection}".`);
  // Updated links to a moved entry do not count as changes of this entry.
  const [before, mine] = await Promise.all(
    [base, ours].map((text) => textWithMoves(store, `${collection}/index.md`, text, moves)),
  );
  return mergedTexts(store, collection, { base: before!, ours: mine!, theirs });
}

async function mergedTexts(
  store: Store,
  collection: CollectionName,
  sides: { base: string; ours: string; theirs: string },
) {
  try {
    return await store.work('mergeTexts', { repository: store.repository.folder, collection, sides });
  } catch (error) {
    if (!(error instanceof TooMuchWork)) throw error;
    throw new Refusal(
      422,
      '网站上已经有了这篇内容的新一版，可是它太长或太复杂，和草稿合不到一起。请把草稿里的文字复制出来，拆成几篇，在新的一版里分别改。',
    );
  }
}

/** Merges pictures and attachments: changes of one side are applied, and referenced files are kept. */
function mergeFiles({ base, ours, theirs }: Sides, isNamed: (name: string) => boolean) {
  const files = new Map<string, string>();
  const conflicts: MergeConflict[] = [];
  for (const name of new Set([...ours.keys(), ...theirs.keys()])) {
    if (name === 'index.md') continue;
    const [b, m, t] = [base.get(name), ours.get(name), theirs.get(name)];
    const named = isNamed(name) ? (m ?? t) : undefined;
    const chosen = (m === b ? t : m) ?? named;
    if (m !== b && t !== b && m !== t)
      conflicts.push({ label: `文件 ${name}`, theirs: t ? '另一个文件' : '（没有了）' });
    if (chosen !== undefined) files.set(name, chosen);
  }
  return { files, conflicts };
}

async function lastEditor(store: Store, folder: string): Promise<string> {
  const last = await lastChangeOf(store, folder);
  const name = last?.by.name || '别人';
  return last?.at === undefined ? name : `${name}，${displayTime(last.at)}`;
}

function rebaseMessage(who: string, conflicts: readonly MergeConflict[]): string {
  const begin = `网站上已经有了这篇内容的新一版（${who}），和草稿合到了一起。`;
  if (conflicts.length === 0) return `${begin}两边改的不是同一处，请看一遍再发布。`;
  const labels = conflicts.map(({ label }) => `“${label}”`).join('、');
  return `${begin}${labels}两边都改过，草稿里留的是草稿的写法，网站上的写法记在批注里。请核对后再发布。`;
}

const most = 600;

function conflictNote(notice: string, conflicts: readonly MergeConflict[]): string {
  const each = conflicts.map(({ label, theirs }) => {
    const cut = theirs.length > most ? `${theirs.slice(0, most)}……（全文请看网站上的这一页）` : theirs;
    return `“${label}”网站上是：${cut}`;
  });
  return [notice, ...each].join('\n\n');
}

/** Adds a note by the system, to be resolved by an editor. */
function withSystemNote(record: DraftRecord, content: string): DraftRecord {
  const note: Note = {
    id: randomUUID(),
    author: '编辑台',
    authorId: '',
    timestamp: new Date().toISOString(),
    content,
    resolved: false,
  };
  return { ...record, notes: [...record.notes, note] };
}
