import { readFileSync, writeFileSync } from 'node:fs';

/** The text that replaces a file while its mutant is tested. Nothing is written into the checkout. */
export interface Swap {
  file: string;
  text: string;
}

/** The environment variable with the path of the current swap; servers started by tests inherit it. */
export const swapVariable = 'MUTANT_SWAP';

export function readSwap(): Swap | undefined {
  const swapFile = process.env[swapVariable];
  return swapFile === undefined ? undefined : (JSON.parse(readFileSync(swapFile, 'utf8')) as Swap);
}

export const writeSwap = (swapFile: string, swap: Swap | Record<string, never>): void => {
  writeFileSync(swapFile, JSON.stringify(swap));
};
