import type { Word } from './word-chunks.ts';

/**
 * Where every token stands. We gather this ourselves: Pagefind 1.6 would cut the tokens again, compress them as the
 * text of the page, and give back the same lists, at twice the time of the whole build.
 */
export class Postings {
  readonly #lists = new Map<string, List>();

  /** Pages come in the order of the index. The places of `tokens` begin at `from`; those at one page only grow. */
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

  /** The tokens in their order, in the shape of Pagefind's lists of words. */
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
  /** The last page that has the token. */
  page: number;
  /** Page by page: the step from the page before, how many places, the steps from place to place. */
  numbers: number[];
}
