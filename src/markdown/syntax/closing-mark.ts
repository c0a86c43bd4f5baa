/**
 * Finds the closing mark after a position. The positions of one text are asked in ascending order, so the answer is
 * kept: without it, a text of unclosed marks would be searched to its end from each of them.
 */
export class ClosingMark {
  readonly #mark: string;
  #from = Infinity;
  #found = -1;

  constructor(mark: string) {
    this.#mark = mark;
  }

  /** The first position of the mark from `from` on, or -1. */
  after(source: string, from: number): number {
    const isKnown = from >= this.#from && (this.#found < 0 || from <= this.#found);
    if (!isKnown) [this.#from, this.#found] = [from, source.indexOf(this.#mark, from)];
    return this.#found;
  }
}
