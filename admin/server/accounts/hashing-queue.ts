import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '../../shared/refusal.ts';

interface Waiting {
  rank: number;
  start(): void;
  refuse(): void;
}

/** About 20 seconds. */
const mostWaiting = 200;
/** From this many on, names without an account get no turn. */
const pressure = 8;

/**
 * Hashes one password at a time. A hash takes a tenth of a second and one of the four threads that also read the readers'
 * files: a flood of sign-ins must not take them all. The lowest rank goes first, so people from a quiet address do not
 * wait for an attack from another one.
 */
export class HashingQueue {
  readonly #waiting: Waiting[] = [];
  #isBusy = false;
  /** The duration of a hash, in ms, averaged over the last ones. */
  #usual = 100;

  async run<T>(rank: number, task: () => Promise<T>): Promise<T> {
    await this.#turn(rank);
    const started = performance.now();
    try {
      return await task();
    } finally {
      this.#usual += (performance.now() - started - this.#usual) / 8;
      const next = this.#waiting.shift();
      if (next) next.start();
      else this.#isBusy = false;
    }
  }

  get isUnderPressure(): boolean {
    return this.#waiting.length >= pressure;
  }

  /**
   * Takes as long as a turn, without one. While many wait, names that have no account are answered like this: otherwise
   * invented names could keep everybody out, and answers at once would tell which names exist.
   */
  async pretend(rank: number): Promise<void> {
    const before = this.#waiting.filter((each) => each.rank <= rank).length;
    await delay((before + 1.5) * this.#usual);
  }

  #turn(rank: number): Promise<void> {
    if (!this.#isBusy) {
      this.#isBusy = true;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const refuse = (): void => {
        reject(tooMany());
      };
      const behind = this.#waiting.findIndex((each) => each.rank > rank);
      this.#waiting.splice(behind === -1 ? this.#waiting.length : behind, 0, {
        rank,
        start: resolve,
        refuse,
      });
      if (this.#waiting.length > mostWaiting) this.#waiting.pop()?.refuse();
    });
  }
}

const tooMany = (): Refusal =>
  new Refusal(503, '现在登录的人太多，请过一分钟再试。', { details: { retrySeconds: 60 } });
