import { readFileSync, writeFileSync } from 'node:fs';

/** What stands in a file's place while a mutant is tried. Nothing is written into the checkout. */
export interface Swap {
  file: string;
  text: string;
}

/** Names the file that holds the swap of the moment; servers started by tests inherit it. */
export const swapVariable = 'MUTANT_SWAP';

export function readSwap(): Swap | undefined {
  const place = process.env[swapVariable];
  return place === undefined ? undefined : (JSON.parse(readFileSync(place, 'utf8')) as Swap);
}

export const writeSwap = (place: string, swap: Swap | Record<string, never>): void => {
  writeFileSync(place, JSON.stringify(swap));
};
