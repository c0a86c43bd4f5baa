import { createHash } from 'node:crypto';
import type { Mutant } from './make.ts';

/**
 * Draws `count` mutants, the same ones each time. It takes from each mutator in turn, so that the many strings do not
 * crowd out the few boundaries. A mutant's place in the draw depends only on the code of its own line: moving a file or
 * changing other lines keeps the rest of the sample.
 */
export function sampled(mutants: readonly Mutant[], count: number, seed: number): Mutant[] {
  const shuffled = mutants
    .map((mutant) => ({ mutant, key: drawKey(mutant, seed) }))
    .sort((a, b) => a.key.localeCompare(b.key))
    .map(({ mutant }) => mutant);
  const byMutator = Map.groupBy(shuffled, ({ mutator }) => mutator);
  const groups = [...byMutator.keys()].sort().map((mutator) => byMutator.get(mutator) ?? []);
  const sample: Mutant[] = [];
  for (let round = 0; sample.length < count && groups.some((group) => round < group.length); round++)
    for (const group of groups) sample.push(...group.slice(round, round + 1));
  return sample
    .slice(0, count)
    .sort(
      (a, b) =>
        a.file.localeCompare(b.file) || a.start - b.start || a.replacement.localeCompare(b.replacement),
    );
}

const drawKey = ({ code, column, original, replacement }: Mutant, seed: number): string =>
  createHash('sha256').update([seed, code, column, original, replacement].join('\0')).digest('hex');
