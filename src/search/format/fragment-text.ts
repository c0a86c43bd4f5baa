import type { Block, PageText } from '../build/page-text.ts';

/** A page's text as its fragment carries it, a line for each block; headings bring what their address ends in. */
export function writeFragmentText(page: PageText): string {
  const lines = page.blocks
    .filter(({ text }) => text !== page.title)
    .map(({ text, heading }) => (heading === undefined ? text : `${mark}${heading}${mark}${text}`));
  return [page.title, page.day, page.filters['section']?.[0] ?? '', ...lines].join('\n');
}

export interface FragmentText {
  title: string;
  day: string;
  section: string;
  blocks: Block[];
}

export function readFragmentText(content: string): FragmentText {
  const [title = '', day = '', section = '', ...lines] = content.split('\n');
  const blocks = lines.map((line) => {
    if (!line.startsWith(mark)) return { text: line };
    const [, heading = '', text = ''] = line.split(mark);
    return { text, heading };
  });
  return { title, day, section, blocks };
}

/** Occurs in no text and in no identifier. */
const mark = '\u001F';
