import type { Token } from 'markdown-it';
import type { RenderEnv } from './render-env.ts';

/** Default prefix of heading ids. It keeps them apart from the ids of the page around the text. */
export const headingPrefix = 'h-';

/** Keeps Chinese and replaces everything but letters and digits with a dash: `第一章　总则` gives `第一章-总则`. */
export const slugify = (text: string): string => {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['section'];
  return [...words.join('-')].slice(0, 60).join('');
};

/** The name after `#`, as typed or percent-encoded as copied from a browser's address bar. */
export function anchorName(written: string): string {
  const name = written.trim().replace(/^#/, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Whether a name is already an id: of a heading, a footnote (`fn-1`, `fnref-2`) or the page (`decisions-3`). */
const isId = (name: string, prefix: string): boolean =>
  name.startsWith(prefix) || /^(?:fn|fnref)-|^[a-z]+-\d+$/i.test(name);

/**
 * The id that a name after `#` means in another page, whose headings are unknown here: the name itself if it is an id,
 * otherwise the slug of a heading. The checker looks for this id in the other page, and links point to it.
 */
export function headingIdOf(name: string, prefix = headingPrefix): string {
  if (name.toLowerCase() === 'top') return 'top';
  return isId(name, prefix) ? name : prefix + slugify(name);
}

/** Replaces the name after `#` in an address with the id it means. */
export function withHeadingId(href: string): string {
  const at = href.indexOf('#');
  if (at < 0 || at === href.length - 1) return href;
  return `${href.slice(0, at)}#${headingIdOf(anchorName(href.slice(at)))}`;
}

/** Every id in a text: of its headings and footnotes. */
export function idsIn(tokens: readonly Token[], { options }: RenderEnv): Set<string> {
  const noteNumber = (token: Token) => `${options.idPrefix ?? ''}${String(Number(token.meta?.['id']) + 1)}`;
  const ids = new Set<string>();
  for (const token of tokens) {
    const id = token.attrGet('id');
    if (id !== null) ids.add(String(id));
    if (token.type === 'footnote_open') ids.add(`fn-${noteNumber(token)}`);
    for (const child of token.children ?? []) {
      const use = Number(child.meta?.['subId'] ?? 0);
      if (child.type === 'footnote_ref')
        ids.add(`fnref-${noteNumber(child)}${use > 0 ? `-${String(use + 1)}` : ''}`);
    }
  }
  return ids;
}

/** The id that a name means in this text, whose ids are known. */
export function idIn(ids: ReadonlySet<string>, name: string, prefix = headingPrefix): string | undefined {
  const meant = headingIdOf(name, prefix);
  return meant === 'top' ? meant : [name, meant, prefix + slugify(name)].find((id) => ids.has(id));
}
