import { leftOutSentence, mostNamed } from '../../admin/shared/left-out.ts';
import type { LeftOutReport } from '../../admin/shared/left-out.ts';
import type { ContentFiles } from '../../src/model/check/content-files.ts';
import { collectionOf, isCollectionName } from '../../src/model/collections.ts';
import { readEntryValues } from '../../src/model/front-matter/entry-file.ts';
import type { EntrySelection } from './entry-selection.ts';

/** What the build left out, for the desk. */
export function leftOutReport(
  selection: EntrySelection,
  versions: readonly Pick<ContentFiles, 'texts'>[],
): LeftOutReport {
  const all = selection.exceptions.map(({ entry, live, reason }) => ({
    entry,
    title: titleOf(entry, versions),
    live,
    reason: reason.kind,
    messages: reason.kind === 'problem' ? reason.messages : [],
    detail: reason.kind === 'page' ? reason.detail : '',
  }));
  // Those with a reason of their own first: the others follow from them.
  const inOrder = all.toSorted((a, b) => Number(a.reason === 'related') - Number(b.reason === 'related'));
  return { count: all.length, entries: inOrder.slice(0, mostNamed) };
}

/** For the log. */
export const leftOutLines = ({ count, entries }: LeftOutReport): string[] => [
  `Left out: ${String(count)} · 没有更新到网站的有 ${String(count)} 篇：`,
  ...entries.flatMap((left) => [
    `  content/${left.entry}  ${leftOutSentence(left)}`,
    ...left.messages.map((message) => `    ${message}`),
    ...left.detail.split('\n').flatMap((line) => (line === '' ? [] : [`    ${line}`])),
  ]),
];

/** The title in the new version, else in the published one, else the slug. */
function titleOf(entry: string, versions: readonly Pick<ContentFiles, 'texts'>[]): string {
  const [name = ''] = entry.split('/');
  for (const { texts } of versions) {
    const text = texts.get(`${entry}/index.md`);
    if (text === undefined || !isCollectionName(name)) continue;
    const title = titleIn(text, name);
    if (typeof title === 'string' && title.trim() !== '') return title.trim().slice(0, 60);
  }
  return entry.split('/').at(-1) ?? entry;
}

function titleIn(text: string, name: Parameters<typeof collectionOf>[0]): unknown {
  try {
    const collection = collectionOf(name);
    return readEntryValues(collection, text)[collection.title];
  } catch {
    // The front matter is what is wrong with it.
    return undefined;
  }
}
