import { codingSentence } from '../files/decode-text.ts';
import type { Coding } from '../files/decode-text.ts';
import { collectionNames, collectionOf, isCollectionName } from '../collections.ts';
import { checkEntry } from './check-entry.ts';
import type { BodyContext, CheckedEntry, ReadBody } from './checked-entry.ts';
import type { Problem } from '../problems.ts';
import { quoted } from '../problems.ts';

/** One `.md` file after its own check. It depends on nothing but the file. */
export interface CheckedText<Body extends ReadBody = ReadBody> {
  /** Missing if the file is no entry, or cannot be split into front matter and body. */
  entry?: CheckedEntry<Body>;
  problems: Problem[];
}

/** Checks one `.md` file. `path` is below content/; `renderBody` gets the folder of its pictures. */
export function checkText<Body extends ReadBody>(
  path: string,
  text: string,
  coding: Coding | undefined,
  renderBody: (markdown: string, folder: string, context: BodyContext) => Body,
): CheckedText<Body> {
  const file = `content/${path}`;
  const name = path.split('/')[0] ?? '';
  if (!isCollectionName(name) || !path.endsWith('/index.md')) {
    return { problems: [{ file, message: strayFileMessage(name) }] };
  }
  const checked = checkEntry(name, file, text, (markdown, context) =>
    renderBody(markdown, folderOfText(path), context),
  );
  return coding
    ? { ...checked, problems: [{ file, message: codingSentence(coding) }, ...checked.problems] }
    : checked;
}

/** `notices/2026/a/index.md` -> `notices/2026/a`. */
export const folderOfText = (path: string): string => path.slice(0, -'/index.md'.length);

function strayFileMessage(name: string): string {
  if (isCollectionName(name))
    return '每篇内容要有自己的文件夹，这个文件不在哪一篇的文件夹里，请移进去或删去。';
  const known = collectionNames.map((each) => collectionOf(each).label).join('、');
  return `${quoted(name)}不是栏目的文件夹，栏目有：${known}。`;
}
