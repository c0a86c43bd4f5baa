import type { Mutant } from './make.ts';
import { shownChange } from './make.ts';

export type Outcome = 'killed' | 'survived' | 'timed out' | 'equivalent';

export interface Tried {
  room: string;
  mutant: Mutant;
  outcome: Outcome;
  /** The test file that noticed. */
  by?: string;
}

/** A row per room and one for all. What never ends is noticed too; what changes nothing is not counted. */
export function table(tried: readonly Tried[]): string {
  const rooms = [...new Set(tried.map(({ room }) => room))];
  const rows = [
    ...rooms.map((room) =>
      row(
        room,
        tried.filter((each) => each.room === room),
      ),
    ),
    row('all', tried),
  ];
  const cells = [['room', 'made', 'killed', 'survived', 'timed out', 'equivalent', 'share'], ...rows];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((each) => each[column]!.length)));
  return cells
    .map((each) =>
      each
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
        .join('  '),
    )
    .join('\n');
}

function row(name: string, tried: readonly Tried[]): string[] {
  const count = (outcome: Outcome): number => tried.filter((each) => each.outcome === outcome).length;
  const counts = [tried.length, count('killed'), count('survived'), count('timed out'), count('equivalent')];
  return [name, ...counts.map(String), `${(share(tried) * 100).toFixed(1)} %`];
}

/** Of those that could be noticed, how many were. */
export function share(tried: readonly Tried[]): number {
  const counted = tried.filter(({ outcome }) => outcome !== 'equivalent');
  return counted.length === 0
    ? 1
    : counted.filter(({ outcome }) => outcome !== 'survived').length / counted.length;
}

export const survivors = (tried: readonly Tried[]): string[] =>
  tried
    .filter(({ outcome }) => outcome === 'survived')
    .map(
      ({ mutant }) =>
        `${mutant.file}:${String(mutant.line)}  ${mutant.kind}: ${shownChange(mutant)}\n    ${mutant.code}`,
    );
