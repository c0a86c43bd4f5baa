/** A word and its positions on each page. Pages and positions are stored as steps from the one before. */
export type Word = [word: string, pages: [step: number, places: number[]][]];

/** The range of words in a file, as Pagefind compares it. */
export type Bounds = [from: string, to: string];

/** Splits the sorted words into files. Words with the same beginning stay together, for searches by beginning. */
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
      // This beginning fills several files. Their bounds are whole words, so a search for the beginning alone is inside
      // none of them, and Pagefind loads all that begin with it.
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

/** Some 8 KB over the network. Smaller files would make the list of files longer, which every first query loads. */
const most = 5000;
const beginning = ([word]: Word): string => word.slice(0, word.length / 2);
const placesOf = ([, pages]: Word): number => pages.reduce((sum, [, places]) => sum + places.length + 1, 0);
