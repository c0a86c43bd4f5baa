import type { Block, PageText } from '../build/page-content.ts';

/** A page's text for its Pagefind fragment: one line for each block; headings also have their address fragment. */
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

/** Never occurs in a text or an identifier. */
const mark = '\u001F';
