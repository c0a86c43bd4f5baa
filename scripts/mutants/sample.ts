import { createHash } from 'node:crypto';
import type { Mutant } from './make.ts';

/**
 * So many mutants, the same ones each time. Each kind comes in its turn, so that the many strings do not crowd out the
 * few boundaries. What is drawn depends on the code of its own line alone: a file that moves, or a change elsewhere,
 * leaves the rest of the sample as it was.
 */
export function sampled(mutants: readonly Mutant[], count: number, seed: number): Mutant[] {
  const drawn = mutants
    .map((mutant) => ({ mutant, lot: lotOf(mutant, seed) }))
    .sort((a, b) => a.lot.localeCompare(b.lot))
    .map(({ mutant }) => mutant);
  const byKind = Map.groupBy(drawn, ({ kind }) => kind);
  const heaps = [...byKind.keys()].sort().map((kind) => byKind.get(kind) ?? []);
  const chosen: Mutant[] = [];
  for (let turn = 0; chosen.length < count && heaps.some((heap) => turn < heap.length); turn++)
    for (const heap of heaps) chosen.push(...heap.slice(turn, turn + 1));
  return chosen
    .slice(0, count)
    .sort((a, b) => a.file.localeCompare(b.file) || a.start - b.start || a.becomes.localeCompare(b.becomes));
}

const lotOf = ({ code, column, was, becomes }: Mutant, seed: number): string =>
  createHash('sha256').update([seed, code, column, was, becomes].join('\0')).digest('hex');
