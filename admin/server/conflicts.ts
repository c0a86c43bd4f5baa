import { spokenTime } from './beijing-time.ts';
import type { DraftRecord } from './records.ts';
import { Refusal } from './refusal.ts';
import { lastTouched } from './store.ts';
import type { Store } from './store.ts';

/**
 * Somebody else was here first. Names them and the time; the browser keeps what was typed.
 * `changed`: the text moved on. `taken`: the place is in use. `gone`: the entry was removed.
 */
export async function conflict(
  store: Store,
  folder: string,
  version: string | undefined,
  kind: 'changed' | 'taken' | 'gone',
  draft?: DraftRecord,
): Promise<Refusal> {
  const last = draft ? { by: draft.updatedBy, at: draft.updatedAt } : await lastTouched(store, folder);
  const name = last?.by.name || '别人';
  const who = last?.at === undefined ? `${name}刚刚` : `${name}在${spokenTime(last.at)}`;
  const sentences = {
    changed: `${who}保存了这篇内容的另一版，您的修改没有存上，也没有盖掉对方的。请先复制您写的内容，打开对方那一版，合到一起再保存。`,
    taken: `已经有一篇内容用了这个网址名（${folder}，${who}保存）。请换一个网址名再保存。`,
    gone: `这篇内容已经不在了：${who}删除或移动了它。您写的内容还在页面上，可以复制后另建一篇，或从回收站恢复原来的。`,
  };
  return new Refusal(409, sentences[kind], {
    details: { current: { version, by: last?.by.name, at: last?.at } },
  });
}

/** A draft of this name is already being written. */
export function taken(record: DraftRecord): Refusal {
  const { updatedBy, updatedAt, title } = record;
  return new Refusal(
    409,
    `${updatedBy.name}已经在写一篇用这个网址名的草稿《${title}》（${spokenTime(updatedAt)}保存）。请换一个网址名，或打开那篇草稿接着写。`,
    { details: { current: { by: updatedBy.name, at: updatedAt } } },
  );
}
