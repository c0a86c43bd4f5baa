import { checkEntry } from '../check/check-entry.ts';
import type { ReadBody } from '../check/checked-entry.ts';
import type { CollectionName } from '../collections.ts';

const noBody = (): ReadBody => ({ headings: [], links: [], pictures: [], problems: [] });

/** The data and the messages, except those about fields that a short example leaves out. */
export function checkFrontMatter(text: string, name: CollectionName = 'notices') {
  const { entry, problems } = checkEntry(name, 'a.md', text, noBody);
  const messages = problems
    .filter(({ message }) => !message.startsWith('缺少'))
    .map(({ line, message }) => `${String(line)} ${message}`);
  return { data: entry?.data ?? {}, messages };
}

/** An entry with these lines of front matter. */
export const entryWith = (...lines: string[]): string =>
  ['---', ...lines, 'slug: a', '---', '', '正文'].join('\n');
