/** The content of a built page, read by a parser that did not write it. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

export interface HabitPage {
  /** Sources of its pictures; '' for a picture without one. */
  sources: string[];
  /** Text of its `main`. */
  text: string;
  mainPictures: number;
  /** Pictures in the text of the entry itself. */
  prosePictures: number;
  hasMain: boolean;
}

export function pageOf(document: Tree.Document): HabitPage {
  const page: HabitPage = { sources: [], text: '', mainPictures: 0, prosePictures: 0, hasMain: false };
  walk(document, page, false, false);
  return page;
}

/** A page that redirects has nothing to show. */
export const isEmpty = ({ hasMain, text, mainPictures }: HabitPage): boolean =>
  hasMain && text.trim() === '' && mainPictures === 0;

function walk(node: Tree.Node, page: HabitPage, isMain: boolean, isProse: boolean): void {
  if (node.nodeName === '#text') {
    if (isMain) page.text += (node as Tree.TextNode).value;
    return;
  }
  if (node.nodeName === 'script' || node.nodeName === 'style') return;
  const attributes = 'attrs' in node ? node.attrs : [];
  const valueOf = (name: string): string => attributes.find((each) => each.name === name)?.value ?? '';
  const isInMain = isMain || node.nodeName === 'main';
  const isInProse = isProse || valueOf('class').split(' ').includes('prose');
  if (node.nodeName === 'main') page.hasMain = true;
  if (node.nodeName === 'img') {
    page.sources.push(valueOf('src'));
    if (isInMain) page.mainPictures++;
    if (isInProse) page.prosePictures++;
  }
  for (const child of 'childNodes' in node ? node.childNodes : []) walk(child, page, isInMain, isInProse);
}
