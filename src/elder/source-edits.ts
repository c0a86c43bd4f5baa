/** A place in a text, and what stands there instead. */
export interface SourceEdit {
  start: number;
  end: number;
  text: string;
}

/** The part of a text from one place to another, with the edits that lie in it. All else stays byte for byte. */
export function applyEdits(
  source: string,
  edits: readonly SourceEdit[],
  from = 0,
  to: number = source.length,
): string {
  const inside = edits
    .filter(({ start, end }) => start >= from && end <= to)
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let at = from;
  for (const { start, end, text } of inside) {
    // Inside what an earlier edit took away.
    if (start < at) continue;
    parts.push(source.slice(at, start), text);
    at = end;
  }
  return parts.join('') + source.slice(at, to);
}
