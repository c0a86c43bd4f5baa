import type { Token } from 'markdown-it';
import type { RenderEnv } from './render-env.ts';

/** What stands before the id of a heading unless a page says otherwise: a text must not take the ids of its page. */
export const headingPrefix = 'h-';

/** Chinese kept, everything that is no letter or figure a dash: `第一章　总则` is `第一章-总则`. */
export const slugify = (text: string): string => {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['section'];
  return [...words.join('-')].slice(0, 60).join('');
};

/** Behind `#`, as it was typed or as a browser's address bar gives it, percent-encoded. */
export function anchorName(written: string): string {
  const name = written.trim().replace(/^#/, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Ids of headings, notes and of the page around the text, which are no headings: `fn-1`, `fnref-2`, `decisions-3`. */
const isId = (name: string, prefix: string): boolean =>
  name.startsWith(prefix) || /^(?:fn|fnref)-|^[a-z]+-\d+$/i.test(name);

/**
 * The id a name behind `#` means in a page nobody can look into from here: an id as it stands, or the words of a
 * heading. The checker asks the other page for this id, and links lead to it.
 */
export function headingIdOf(name: string, prefix = headingPrefix): string {
  if (name.toLowerCase() === 'top') return 'top';
  return isId(name, prefix) ? name : prefix + slugify(name);
}

/** The address of a page with the id behind its `#`. */
export function withHeadingId(href: string): string {
  const at = href.indexOf('#');
  if (at < 0 || at === href.length - 1) return href;
  return `${href.slice(0, at)}#${headingIdOf(anchorName(href.slice(at)))}`;
}

/** Every id in a text: of its headings and its notes. */
export function idsIn(tokens: readonly Token[], { options }: RenderEnv): Set<string> {
  const note = (token: Token) => `${options.idPrefix ?? ''}${String(Number(token.meta?.['id']) + 1)}`;
  const ids = new Set<string>();
  for (const token of tokens) {
    const id = token.attrGet('id');
    if (id !== null) ids.add(String(id));
    if (token.type === 'footnote_open') ids.add(`fn-${note(token)}`);
    for (const child of token.children ?? []) {
      const again = Number(child.meta?.['subId'] ?? 0);
      if (child.type === 'footnote_ref')
        ids.add(`fnref-${note(child)}${again > 0 ? `-${String(again + 1)}` : ''}`);
    }
  }
  return ids;
}

/** The id a name means in this very text, where its headings are known. */
export function idIn(ids: ReadonlySet<string>, name: string, prefix = headingPrefix): string | undefined {
  const meant = headingIdOf(name, prefix);
  return meant === 'top' ? meant : [name, meant, prefix + slugify(name)].find((id) => ids.has(id));
}
