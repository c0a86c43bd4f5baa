export interface Heading {
  depth: number;
  slug: string;
  text: string;
}

/** The headings a table of contents shows: two levels, or one where two would be too many. Few need no table. */
export function headingsShown(headings: readonly Heading[]): Heading[] {
  const top = Math.min(...headings.map(({ depth }) => depth));
  const upTo = (levels: number): Heading[] => headings.filter(({ depth }) => depth < top + levels);
  const two = upTo(2);
  const shown = two.length > 40 ? upTo(1) : two;
  return shown.length < 3 ? [] : shown.map((heading) => ({ ...heading, depth: heading.depth - top + 2 }));
}
