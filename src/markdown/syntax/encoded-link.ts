import markdownIt from 'markdown-it';

const { normalizeLink } = markdownIt();

/** The address for HTML: percent-encoded where needed, with host names in ASCII. */
export const encodedLink = (written: string): string => normalizeLink(written.trim());
