import type { MarkdownIt } from 'markdown-it';

// Only what an address may hold in ASCII: in “详见https://example.cn/a。欢迎” the address ends before “。”, and in
// “https://example.cn/a欢迎” before “欢”. An address with Chinese in it is written as [文字](地址) or <地址>.
const address = /^\/\/[a-z0-9](?:[\w\-.~:/?#@!$&'()*+,;=%[\]]*[\w\-~/#=&%@$+*)\]])?/i;

const count = (text: string, mark: string) => text.split(mark).length - 1;

/** The length of the address that begins at `position`, just after `https:`. */
export function addressLength(text: string, position: number): number {
  let found = address.exec(text.slice(position))?.[0] ?? '';
  // A bracket closed but never opened belongs to the sentence: (https://example.cn/a)
  for (const [open, close] of [
    ['(', ')'],
    ['[', ']'],
  ] as const) {
    while (found.endsWith(close) && count(found, close) > count(found, open)) {
      found = found.slice(0, -1).replace(/[.,:;!?']+$/, '');
    }
  }
  return found.length > 2 ? found.length : 0;
}

/**
 * Addresses written bare become links: http and https only. Words such as `readme.md` or an e-mail address never do;
 * guessing makes links nobody asked for.
 */
export function bareAddresses(md: MarkdownIt): void {
  md.set({ linkify: true });
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  for (const scheme of ['ftp:', 'mailto:', '//']) md.linkify.add(scheme, null);
  for (const scheme of ['http:', 'https:']) md.linkify.add(scheme, { validate: addressLength });
  // markdown-it looks twice, once in the flow and once afterwards. The second look only finds what was escaped.
  md.core.ruler.disable('linkify');
}
