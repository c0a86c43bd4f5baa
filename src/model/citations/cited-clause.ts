interface Heading {
  slug: string;
  text: string;
}

/**
 * The clause of a document that a citation means: its heading as written, or the number it begins with
 * (`三`, `第五条`, `（二）`), as long as only one heading begins so. Undefined where none or several answer.
 */
export function citedClause<H extends Heading>(headings: readonly H[], cited: string): H | undefined {
  const meant = candidateClauses(headings, cited);
  return meant.length === 1 ? meant[0] : undefined;
}

/** Every heading a citation may mean; where one is written out whole, no other. */
export function candidateClauses<H extends Heading>(headings: readonly H[], cited: string): H[] {
  const wanted = plain(cited);
  if (wanted === '') return [];
  const whole = headings.filter(({ text }) => plain(text) === wanted);
  if (whole.length > 0) return whole;
  return headings.filter(({ text }) => {
    const rest = plain(text).slice(wanted.length);
    // “第三条” must not mean “第三条之一”, nor “三” mean “三十”: the number ends where the citation ends, which a
    // bracket says by itself.
    return plain(text).startsWith(wanted) && (wanted.endsWith(')') || /^([\s、，.．:：)）]|$)/u.test(rest));
  });
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/[、.]$/, '')
    .trim();
