import type { Word } from './word-chunks.ts';

/**
 * The positions of every token. We collect them ourselves: Pagefind 1.6 would split the tokens again, compress them as
 * the text of the page, and return the same lists, and the whole build would take twice as long.
 */
export class Postings {
  readonly #lists = new Map<string, List>();

  /** Pages must be added in the order of the index, and the positions of a page in ascending order. */
  add(page: number, tokens: Iterable<readonly [token: string, place: number]>): void {
    const here = new Map<string, number[]>();
    for (const [token, place] of tokens) {
      const places = here.get(token);
      if (places) places.push(place);
      else here.set(token, [place]);
    }
    for (const [token, places] of here) {
      const list = this.#lists.get(token) ?? { page: 0, numbers: [] };
      this.#lists.set(token, list);
      list.numbers.push(page - list.page, places.length);
      let before = 0;
      for (const place of places) {
        list.numbers.push(place - before);
        before = place;
      }
      list.page = page;
    }
  }

  /** The tokens in sorted order, in the format of Pagefind's lists of words. */
  *words(): Generator<Word> {
    for (const token of [...this.#lists.keys()].sort()) {
      const { numbers = [] } = this.#lists.get(token) ?? {};
      const pages: Word[1] = [];
      for (let at = 0; at < numbers.length;) {
        const [step = 0, count = 0] = [numbers[at], numbers[at + 1]];
        pages.push([step, numbers.slice(at + 2, at + 2 + count)]);
        at += 2 + count;
      }
      yield [token, pages];
    }
  }
}

interface List {
  /** The last page with the token. */
  page: number;
  /** For each page: the step from the page before, the number of positions, the steps between positions. */
  numbers: number[];
}
