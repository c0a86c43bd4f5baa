import type { Mutant } from './make.ts';
import { shownChange } from './make.ts';

export type Outcome = 'killed' | 'survived' | 'timed out' | 'equivalent';

export interface MutantResult {
  room: string;
  mutant: Mutant;
  outcome: Outcome;
  /** The test file that failed. */
  by?: string;
}

/** A row for each folder and one for all. A timeout counts as noticed; an equivalent mutant does not count at all. */
export function table(results: readonly MutantResult[]): string {
  const rooms = [...new Set(results.map(({ room }) => room))];
  const rows = [
    ...rooms.map((room) =>
      row(
        room,
        results.filter((each) => each.room === room),
      ),
    ),
    row('all', results),
  ];
  const cells = [['room', 'made', 'killed', 'survived', 'timed out', 'equivalent', 'score'], ...rows];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((each) => each[column]!.length)));
  return cells
    .map((each) =>
      each
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
        .join('  '),
    )
    .join('\n');
}

function row(name: string, results: readonly MutantResult[]): string[] {
  const count = (outcome: Outcome): number => results.filter((each) => each.outcome === outcome).length;
  const counts = [
    results.length,
    count('killed'),
    count('survived'),
    count('timed out'),
    count('equivalent'),
  ];
  return [name, ...counts.map(String), `${(mutationScore(results) * 100).toFixed(1)} %`];
}

/** The fraction of noticed mutants. */
export function mutationScore(results: readonly MutantResult[]): number {
  const counted = results.filter(({ outcome }) => outcome !== 'equivalent');
  return counted.length === 0
    ? 1
    : counted.filter(({ outcome }) => outcome !== 'survived').length / counted.length;
}

export const survivors = (results: readonly MutantResult[]): string[] =>
  results
    .filter(({ outcome }) => outcome === 'survived')
    .map(
      ({ mutant }) =>
        `${mutant.file}:${String(mutant.line)}  ${mutant.mutator}: ${shownChange(mutant)}\n    ${mutant.code}`,
    );
