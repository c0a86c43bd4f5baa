import type { BenchPage } from './pages.ts';

/** What is right, found by reading every text. Shares no code with the search that is measured. */
export interface Truth {
  /** Pages that hold a string within one block. */
  holding(text: string): Set<number>;
  titleHolding(text: string): Set<number>;
  titled(title: string): Set<number>;
}

export const plainly = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

export function truthOf(pages: readonly BenchPage[]): Truth {
  const titles = pages.map(({ title }) => plainly(title));
  const texts = pages.map((page) =>
    [page.title, ...page.blocks.map(({ text }) => text)].map(plainly).join('\n'),
  );
  const where = (list: readonly string[], test: (text: string) => boolean): Set<number> =>
    new Set(list.flatMap((text, number) => (test(text) ? [number] : [])));
  return {
    holding: (text) => where(texts, (each) => each.includes(plainly(text))),
    titleHolding: (text) => where(titles, (each) => each.includes(plainly(text))),
    titled: (title) => where(titles, (each) => each === plainly(title)),
  };
}
