import type { Mutant } from './make.ts';

/** A change that no test can notice, because the code does the same with it. Each has its reason. */
interface Equivalent {
  file: string;
  /** The line of code without its indent, and what stands in the place of what. */
  code: string;
  was: string;
  becomes: string;
  because: string;
}

const equivalents: readonly Equivalent[] = [];

export const isEquivalent = (mutant: Mutant): boolean =>
  equivalents.some(
    ({ file, code, was, becomes }) =>
      mutant.file.endsWith(file) && mutant.code === code && mutant.was === was && mutant.becomes === becomes,
  );
