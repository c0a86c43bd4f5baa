interface Heading {
  slug: string;
  text: string;
}

/**
 * The clause of a document that a citation refers to: a whole heading, or the number at its start (`三`, `第五条`, `（二）`)
 * if only one heading starts with it. Undefined if no heading or several headings match.
 */
export function citedClause<H extends Heading>(headings: readonly H[], cited: string): H | undefined {
  const meant = candidateClauses(headings, cited);
  return meant.length === 1 ? meant[0] : undefined;
}

/** Every heading that a citation may refer to. A heading that matches completely excludes the others. */
export function candidateClauses<H extends Heading>(headings: readonly H[], cited: string): H[] {
  const wanted = plain(cited);
  if (wanted === '') return [];
  const whole = headings.filter(({ text }) => plain(text) === wanted);
  if (whole.length > 0) return whole;
  return headings.filter(({ text }) => {
    const rest = plain(text).slice(wanted.length);
    // “第三条” must not match “第三条之一”, nor “三” match “三十”: the number must end where the citation ends. A closing
    // bracket is always an end.
    return plain(text).startsWith(wanted) && (wanted.endsWith(')') || /^([\s、，.．:：)）]|$)/u.test(rest));
  });
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/[、.]$/, '')
    .trim();
