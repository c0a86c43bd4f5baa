/** A heading of a rendered text. */
export interface Heading {
  /** 2 for the first level below the title. */
  depth: number;
  slug: string;
  text: string;
}

/** The headings of a table of contents: two levels, or one if two are too many. None for fewer than three. */
export function headingsShown(headings: readonly Heading[]): Heading[] {
  const top = headings.reduce((least, { depth }) => Math.min(least, depth), Infinity);
  const upTo = (levels: number): Heading[] => headings.filter(({ depth }) => depth < top + levels);
  const two = upTo(2);
  const shown = two.length > 40 ? upTo(1) : two;
  return shown.length < 3 ? [] : shown.map((heading) => ({ ...heading, depth: heading.depth - top + 2 }));
}
