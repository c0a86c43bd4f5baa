import type { Problem } from '../../../src/model/problems.ts';
import type { DecodedText } from '../../../src/model/files/decode-text.ts';
import { received } from '../workers/text-reading.ts';
import type { TextReading, TextToRead } from '../workers/text-reading.ts';
import { PoolClosed, TooMuchWork } from '../workers/text-work.ts';
import type { TextWork } from '../workers/text-work.ts';

/** A text in git: `path` is below content/, `id` is that of the blob. */
export interface StoredText {
  path: string;
  id: string;
}

/** Texts that are read together, to save messages between threads. */
const batchSize = 20;
/** Far more than a hub has. */
const mostKnown = 40_000;

/** What is known of texts. Each is read once, because a blob never changes; also one that could not be read. */
export class TextReadings {
  readonly #work: TextWork;
  readonly #decoded: (id: string) => Promise<DecodedText>;
  readonly #known = new Map<string, Promise<TextReading>>();

  constructor(work: TextWork, decoded: (id: string) => Promise<DecodedText>) {
    this.#work = work;
    this.#decoded = decoded;
  }

  of(text: StoredText): Promise<TextReading> {
    return this.all([text])[0]!;
  }

  /** The readings of many texts, in their order. */
  all(texts: readonly StoredText[]): Promise<TextReading>[] {
    const missing = texts.filter((text) => !this.#known.has(keyOf(text)));
    for (let at = 0; at < missing.length; at += batchSize) {
      const batch = missing.slice(at, at + batchSize);
      const reading = this.#readBatch(batch);
      batch.forEach((text, index) => {
        this.#know(
          text,
          reading.then((all) => all[index]!),
        );
      });
    }
    return texts.map((text) => this.#used(text)!);
  }

  /** The reading of a text that is not stored yet. */
  ofNew(id: string, text: TextToRead): Promise<TextReading> {
    const known = this.#used({ path: text.path, id });
    if (known) return known;
    const reading = this.#readOne(text);
    this.#know({ path: text.path, id }, reading);
    return reading;
  }

  /** What was used last is forgotten last. */
  #used(text: StoredText): Promise<TextReading> | undefined {
    const key = keyOf(text);
    const known = this.#known.get(key);
    if (!known) return undefined;
    this.#known.delete(key);
    this.#known.set(key, known);
    return known;
  }

  #know(text: StoredText, reading: Promise<TextReading>): void {
    this.#known.set(keyOf(text), reading);
    const oldest = this.#known.size > mostKnown ? this.#known.keys().next().value : undefined;
    if (oldest !== undefined) this.#known.delete(oldest);
    // A failure of git or of the server says nothing about the text.
    reading.catch(() => this.#known.delete(keyOf(text)));
  }

  async #readBatch(batch: readonly StoredText[]): Promise<TextReading[]> {
    const texts = await Promise.all(
      batch.map(async ({ path, id }) => ({ path, ...(await this.#decoded(id)) })),
    );
    if (texts.length === 1) return [await this.#readOne(texts[0]!)];
    try {
      return (await this.#work('readTexts', texts)).map(received);
    } catch {
      // One of them is too much, so each is read on its own.
      return Promise.all(texts.map((text) => this.#readOne(text)));
    }
  }

  async #readOne(text: TextToRead): Promise<TextReading> {
    const read = async (): Promise<TextReading> => received((await this.#work('readTexts', [text]))[0]!);
    try {
      return await read();
    } catch (error) {
      if (error instanceof TooMuchWork) return notRead(text);
      if (error instanceof PoolClosed) throw error;
      return read().catch(orNotRead(text));
    }
  }
}

/** A text that is too much to read. It is kept, but nothing about it is known, so it cannot be published. */
function notRead({ path, text }: TextToRead): TextReading {
  const problem: Problem = { file: `content/${path}`, message: tooMuchToCheck };
  // Without its links, a file counts as used if its name occurs anywhere.
  const mentions = { meant: new Set<string>(), unreadable: text };
  return {
    title: undefined,
    values: {},
    folder: undefined,
    mentions,
    checked: { problems: [problem] },
    isTooMuch: true,
  };
}

export const tooMuchToCheck =
  '这篇内容太长或太复杂，没能检查完。写的内容已经存好，但还不能发布：请拆成几篇，或删去里面大段重复的符号、表格和链接，再保存一次。';

/**
 * A text on which our code fails twice. If that were an error of the whole content, nobody could save or publish anything
 * because of it.
 */
const orNotRead =
  (text: TextToRead) =>
  (error: unknown): TextReading => {
    if (error instanceof PoolClosed) throw error;
    if (!(error instanceof TooMuchWork))
      console.error(
        `content/${text.path} cannot be read: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    return notRead(text);
  };

const keyOf = ({ path, id }: StoredText): string => `${id} ${path}`;
