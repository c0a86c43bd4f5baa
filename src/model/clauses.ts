interface Heading {
  slug: string;
  text: string;
}

/**
 * The clause of a document that a citation means: its heading as written, or the number it begins with
 * (`三`, `第五条`), as long as only one heading begins so. Undefined where none or several answer.
 */
export function clauseCited<H extends Heading>(headings: readonly H[], cited: string): H | undefined {
  const wanted = plain(cited);
  if (wanted === '') return undefined;
  const whole = headings.filter(({ text }) => plain(text) === wanted);
  if (whole.length > 0) return whole.length === 1 ? whole[0] : undefined;
  const beginning = headings.filter(({ text }) => {
    const rest = plain(text).slice(wanted.length);
    // “第三条” must not mean “第三条之一”, nor “三” mean “三十”: the number ends where the citation ends.
    return plain(text).startsWith(wanted) && /^([\s、，.．:：)）]|$)/u.test(rest);
  });
  return beginning.length === 1 ? beginning[0] : undefined;
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/[、.]$/, '')
    .trim();
