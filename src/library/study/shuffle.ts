/**
 * Shuffles a list: the same seed always gives the same order, so that paper, screen and the next build agree. It never
 * returns the original order, which would give the answer away. A list of one is unchanged.
 */
export function shuffled<T>(items: readonly T[], seed: string): T[] {
  const random = randomFrom(seed);
  for (let turn = 0; turn < 100; turn++) {
    const order = [...items];
    // Fisher and Yates.
    for (let last = order.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [order[last], order[other]] = [order[other] as T, order[last] as T];
    }
    if (order.some((item, place) => item !== items[place])) return order;
  }
  // All items are equal, or there is only one.
  return [...items];
}

/** Random numbers from 0 to below 1: mulberry32, seeded with the FNV-1a hash of the seed. */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(seed)) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
