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

const equivalents: readonly Equivalent[] = [
  {
    file: 'alerts.ts',
    code: 'const kind = calloutKinds.find(({ words }) => words.includes(word.toLowerCase()));',
    was: 'find',
    becomes: 'findLast',
    because: 'no word stands for two kinds',
  },
  {
    file: 'callouts.ts',
    code: 'const map: [number, number] = [at.map![0], at.map![0] + 1];',
    was: '+',
    becomes: '-',
    because: 'only the first line of a title is asked for',
  },
  {
    file: 'figures.ts',
    code: "caption.content = String(parts.find(({ type }) => type === 'image')?.attrGet('title') ?? '').trim();",
    was: 'find',
    becomes: 'findLast',
    because: 'a figure holds one picture',
  },
  {
    file: 'mark-runs.ts',
    code: 'for (let at = start; at < end; at++) runs.set(at, run);',
    was: '<',
    becomes: '<=',
    because: 'what stands behind a run is no mark, or the next run, which is set after it',
  },
];

export const isEquivalent = (mutant: Mutant): boolean =>
  equivalents.some(
    ({ file, code, was, becomes }) =>
      mutant.file.endsWith(file) && mutant.code === code && mutant.was === was && mutant.becomes === becomes,
  );
