/** A word and, page by page, its places. Numbers of pages and places are written as steps from the one before. */
export type Word = [word: string, pages: [step: number, places: number[]][]];

/** The words a file answers for, as Pagefind compares them. */
export type Bounds = [from: string, to: string];

/** Cuts the sorted words into files. Words that begin alike lie together: one search for a beginning finds them. */
export class ChunkCutter {
  readonly #keep: (words: Word[], bounds: Bounds) => Promise<void>;
  #words: Word[] = [];
  #places = 0;
  #group: Word[] = [];
  #groupPlaces = 0;

  constructor(keep: (words: Word[], bounds: Bounds) => Promise<void>) {
    this.#keep = keep;
  }

  async add(word: Word): Promise<void> {
    const open = this.#group[0];
    if (open && beginning(open) !== beginning(word)) await this.#endGroup();
    this.#group.push(word);
    this.#groupPlaces += placesOf(word);
  }

  async end(): Promise<void> {
    await this.#endGroup();
    await this.#write(beginning);
  }

  async #endGroup(): Promise<void> {
    if (this.#places + this.#groupPlaces > most) await this.#write(beginning);
    if (this.#groupPlaces <= most) this.#take(this.#group, this.#groupPlaces);
    else {
      // A beginning that fills several files: their bounds are whole words, so that asking for the beginning alone
      // falls inside none of them and Pagefind takes all that begin so.
      for (const word of this.#group) {
        const places = placesOf(word);
        if (this.#places + places > most) await this.#write(([whole]) => whole);
        this.#take([word], places);
      }
      await this.#write(([whole]) => whole);
    }
    this.#group = [];
    this.#groupPlaces = 0;
  }

  #take(words: readonly Word[], places: number): void {
    this.#words.push(...words);
    this.#places += places;
  }

  async #write(bound: (word: Word) => string): Promise<void> {
    const [first, last] = [this.#words[0], this.#words.at(-1)];
    if (first && last)
      await this.#keep(this.#words, [bound(first), bound(last).padEnd(first[0].length, 'z')]);
    this.#words = [];
    this.#places = 0;
  }
}

/** Some 8 KB over the wire. Finer cutting makes the list of files, which every first query loads, longer. */
const most = 5000;
const beginning = ([word]: Word): string => word.slice(0, word.length / 2);
const placesOf = ([, pages]: Word): number => pages.reduce((sum, [, places]) => sum + places.length + 1, 0);
