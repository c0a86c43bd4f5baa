import markdownIt from 'markdown-it';

export type LinkKind =
  'empty' | 'web' | 'contact' | 'place in this page' | 'inside' | 'web without scheme' | 'unsafe';

/**
 * What an address is, by what a browser would make of it: browsers skip blanks and control characters in front of and
 * inside a scheme, so `java&#9;script:` is read as `javascript:` here too. A scheme nobody named here is unsafe.
 */
export function linkKind(written: string): LinkKind {
  const read = written.replace(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]+/g, '').toLowerCase();
  if (read === '') return 'empty';
  const scheme = /^([^/?#:]*):/.exec(read)?.[1];
  if (scheme === 'http' || scheme === 'https') return /^https?:\/\/[^/]/.test(read) ? 'web' : 'unsafe';
  if (scheme === 'mailto' || scheme === 'tel') return 'contact';
  if (scheme !== undefined) return 'unsafe';
  if (/^[/\\]{2}/.test(read)) return 'web';
  if (read.startsWith('#')) return 'place in this page';
  return /^www\./.test(read) ? 'web without scheme' : 'inside';
}

const { normalizeLink } = markdownIt();

/** As it stands in HTML: percent-encoded where it must be, host names in their ASCII form. */
export const encodedLink = (written: string): string => normalizeLink(written.trim());
