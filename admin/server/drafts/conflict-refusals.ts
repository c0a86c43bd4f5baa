import { freeSlug } from '../../../src/model/addresses/free-slug.ts';
import { displayTime } from '../../shared/beijing-time.ts';
import { textPath } from '../entries/entry-paths.ts';
import type { DraftRecord } from '../git/record-store.ts';
import { Refusal } from '../../shared/refusal.ts';
import { lastChangeOf, mainCommit, titleOf } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';

/**
 * A 409 with the name of the other person and the time; the browser keeps the typed text.
 * `changed`: there is a newer version. `taken`: the slug is in use. `gone`: the entry was removed.
 */
export async function conflictRefusal(
  store: Store,
  folder: string,
  version: string | undefined,
  kind: 'changed' | 'taken' | 'gone',
  draft?: DraftRecord,
): Promise<Refusal> {
  if (kind === 'taken') return takenRefusal(store, folder);
  const last = draft ? { by: draft.updatedBy, at: draft.updatedAt } : await lastChangeOf(store, folder);
  const name = last?.by.name || '别人';
  const who = last?.at === undefined ? `${name}刚刚` : `${name}在${displayTime(last.at)}`;
  const sentences = {
    changed: `${who}保存了这篇内容的另一版，您的修改没有存上，也没有盖掉对方的。请先复制您写的内容，打开对方那一版，合到一起再保存。`,
    gone: `这篇内容已经不在了：${who}删除或移动了它。您写的内容还在页面上，可以复制后另建一篇，或从回收站恢复原来的。`,
  };
  return new Refusal(409, sentences[kind], {
    details: { current: { version, by: last?.by.name, at: last?.at } },
  });
}

/** A 409 for a slug that another entry or draft uses, with a free slug. */
export async function takenRefusal(store: Store, folder: string, draft?: DraftRecord): Promise<Refusal> {
  const main = await mainCommit(store);
  const [listing, { drafts }, last, id] = await Promise.all([
    store.snapshots.listing(main),
    store.records.read(),
    lastChangeOf(store, folder),
    store.repository.idAt(main, textPath(folder)),
  ]);
  const [collection = '', ...names] = folder.split('/');
  const slug = names.at(-1) ?? '';
  const folders = [
    ...[...listing.keys()].filter((path) => path.endsWith('/index.md')).map((path) => path.slice(0, -9)),
    ...[...drafts.values()].map((record) => record.folder),
  ].filter((each) => each.startsWith(`${collection}/`));
  const free = freeSlug(slug, new Set(folders.map((each) => each.split('/').at(-1) ?? '')));
  const title = draft?.title ?? (await titleOf(store, `${folder}/index.md`, id, slug));
  const by = draft?.updatedBy ?? last?.by;
  const at = draft?.updatedAt ?? last?.at;
  const saved = at === undefined ? '' : `${displayTime(at)}保存`;
  const who = by?.name === undefined || saved === '' ? (by?.name ?? '') : `${by.name}在`;
  const whose = draft
    ? `${draft.updatedBy.name}已经在写一篇用这个网址名的草稿《${title}》（${saved}）。请换一个网址名，如“${free}”，或打开那篇草稿接着写。`
    : `已经有一篇内容用了这个网址名：《${title}》（${who}${saved}）。请换一个网址名，如“${free}”。`;
  return new Refusal(409, whose, {
    details: {
      current: { by: by?.name, at },
      taken: { title, collection, slug: draft?.slug ?? `${names.join('/')}/index`, free },
    },
  });
}
