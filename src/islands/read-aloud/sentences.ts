/** From where to where in a text, end not included. */
export interface Span {
  start: number;
  end: number;
}

/** Voices lose their breath, and some engines their patience, in longer pieces. */
const most = 90;

const sentence = /[^。！？!?；;…\n]*(?:[。！？!?；;…\n]+[”’」』）)》]*|$)/gu;
const clause = /[^，、,：:]*(?:[，、,：:]+|$)/gu;

/** The sentences of a text; a long one in its clauses. Pieces without anything to say are left out. */
export function sentencesOf(text: string): Span[] {
  return pieces(text, sentence, 0)
    .flatMap((span) => (span.end - span.start <= most ? [span] : inBreaths(text, span)))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

function pieces(text: string, pattern: RegExp, offset: number): Span[] {
  return [...text.matchAll(pattern)]
    .filter(([piece]) => piece !== '')
    .map((match) => ({ start: offset + match.index, end: offset + match.index + match[0].length }));
}

/** Clauses joined until a breath is full. A clause without any stop stays whole. */
function inBreaths(text: string, { start, end }: Span): Span[] {
  const breaths: Span[] = [];
  for (const part of pieces(text.slice(start, end), clause, start)) {
    const last = breaths[breaths.length - 1];
    if (last && part.end - last.start <= most) last.end = part.end;
    else breaths.push(part);
  }
  return breaths;
}
