import markdownIt from 'markdown-it';

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
