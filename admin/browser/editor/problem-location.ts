import { collectionOf, isCollectionName } from '../../../src/model/collections.ts';
import type { Problem } from '../../../src/model/problems.ts';
import { openEntry } from './open-entry.ts';

/** The line number of a problem as the Markdown editor counts it. */
export function lineInEditor({ file, bodyLine }: Problem): number | undefined {
  if (bodyLine === undefined) return undefined;
  const entry = openEntry();
  // Empty lines before the body are not counted in the file, but the editor shows them.
  const isOpenEntry = entry !== undefined && (entry.path === '' || entry.path === file);
  const body = isOpenEntry ? entry.values[bodyName(entry.collection.fields)] : undefined;
  return bodyLine + (typeof body === 'string' ? emptyLinesBefore(body) : 0);
}

/** The prefix 正文第 3 行 of a message; empty for problems in fields, whose messages contain the label. */
export function bodyLocation(problem: Problem): string {
  const line = lineInEditor(problem);
  return line === undefined ? '' : `正文第 ${String(line)} 行：`;
}

/** The title and the desk URL of the entry a problem is in, if it is not the open entry. */
export function otherEntry({ file, title }: Problem): { name: string; address: string } | undefined {
  if (file === openEntry()?.path) return undefined;
  const [, collection = '', ...rest] = file.replace(/\.md$/, '').split('/');
  if (!isCollectionName(collection)) return undefined;
  const { label, single } = collectionOf(collection);
  const slug = single === undefined ? rest.join('/') : collection;
  const name = title === undefined ? `“${label}”里的一篇` : `“${label}”里的《${title}》`;
  return { name, address: `/admin/#/collections/${collection}/entries/${slug}` };
}

const bodyName = (fields: Readonly<Record<string, { kind: string }>>): string =>
  Object.entries(fields).find(([, { kind }]) => kind === 'markdown')?.[0] ?? '';

const emptyLinesBefore = (text: string): number =>
  (/^(?:[ \t]*\n)*/.exec(text)?.[0].split('\n').length ?? 1) - 1;
