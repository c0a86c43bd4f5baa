import markdownIt from 'markdown-it';

export type LinkKind = 'empty' | 'external' | 'contact' | 'anchor' | 'internal' | 'missing scheme' | 'unsafe';

/**
 * Classifies an address as a browser would read it: browsers skip spaces and control characters before and inside a
 * scheme, so `java&#9;script:` is `javascript:` here too. Any scheme not listed here is unsafe.
 */
export function linkKind(written: string): LinkKind {
  const href = written.replace(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]+/g, '').toLowerCase();
  if (href === '') return 'empty';
  const scheme = /^([^/?#:]*):/.exec(href)?.[1];
  if (scheme === 'http' || scheme === 'https') return /^https?:\/\/[^/]/.test(href) ? 'external' : 'unsafe';
  if (scheme === 'mailto' || scheme === 'tel') return 'contact';
  if (scheme !== undefined) return 'unsafe';
  if (/^[/\\]{2}/.test(href)) return 'external';
  if (href.startsWith('#')) return 'anchor';
  return /^www\./.test(href) ? 'missing scheme' : 'internal';
}

const { normalizeLink } = markdownIt();

/** The address for HTML: percent-encoded where needed, with host names in ASCII. */
export function encodedLink(written: string): string {
  const known = encoded.get(written) ?? normalizeLink(written.trim());
  if (encoded.size >= mostEncoded) encoded.clear();
  encoded.set(written, known);
  return known;
}

/** The last addresses: a text can have thousands of links to one. */
const encoded = new Map<string, string>();
const mostEncoded = 500;
