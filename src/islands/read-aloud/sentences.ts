/** A range in a text, without its end. */
export interface Span {
  start: number;
  end: number;
}

/** Longer pieces sound bad, and some engines stop in them. */
const longestPiece = 90;

const sentence = /[^。！？!?；;…\n]*(?:[。！？!?；;…\n]+[”’」』）)》]*|$)/gu;
const clause = /[^，、,：:]*(?:[，、,：:]+|$)/gu;

/** The sentences of a text; long ones split at clauses. Pieces without letters or digits are left out. */
export function sentencesOf(text: string): Span[] {
  return pieces(text, sentence, 0)
    .flatMap((span) => (span.end - span.start <= longestPiece ? [span] : joinedClauses(text, span)))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

function pieces(text: string, pattern: RegExp, offset: number): Span[] {
  return [...text.matchAll(pattern)]
    .filter(([piece]) => piece !== '')
    .map((match) => ({ start: offset + match.index, end: offset + match.index + match[0].length }));
}

/** Joins clauses up to the longest piece. A single clause is never split. */
function joinedClauses(text: string, { start, end }: Span): Span[] {
  const joined: Span[] = [];
  for (const part of pieces(text.slice(start, end), clause, start)) {
    const last = joined[joined.length - 1];
    if (last && part.end - last.start <= longestPiece) last.end = part.end;
    else joined.push(part);
  }
  return joined;
}
