/** A range of a text and its replacement. */
export interface SourceEdit {
  start: number;
  end: number;
  text: string;
}

/** A range of a text with the edits inside it applied. Everything else stays byte for byte. */
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
    // Inside a range that an earlier edit replaced.
    if (start < at) continue;
    parts.push(source.slice(at, start), text);
    at = end;
  }
  return parts.join('') + source.slice(at, to);
}
