/** Seeded random choice: the same seed makes the same 300 entries everywhere. */
import { randomFrom } from '../../bench/search/random.ts';

export interface Draw {
  /** From 0 to one less than `count`. */
  below(count: number): number;
  one<T>(list: readonly T[]): T;
  some<T>(list: readonly T[], most: number): T[];
  chance(share: number): boolean;
}

export function drawFrom(seed: number): Draw {
  const random = randomFrom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const one = <T>(list: readonly T[]): T => {
    const found = list[below(list.length)];
    if (found === undefined) throw new Error('Nothing can be drawn from an empty list.');
    return found;
  };
  return {
    below,
    one,
    some: (list, most) => Array.from({ length: 1 + below(most) }, () => one(list)),
    chance: (share) => random() < share,
  };
}
