import { wordsOf } from '../entries/labels.ts';
import { figuresOf } from '../ledgers/reports/ledger-figures.ts';
import type { Figure } from '../ledgers/reports/ledger-figures.ts';
import { allLedgers } from '../entries/ledger-rows.ts';

export interface FigureGroup {
  label: string;
  figures: Figure[];
}

/** All figures by the list they are counted in, without lists that have no entries. */
export async function figureGroups(today: string): Promise<FigureGroup[]> {
  const ledgers = await allLedgers();
  const groups = Map.groupBy(figuresOf(ledgers, today), ({ section }) => section);
  return [...groups].flatMap(([section, figures]) =>
    ledgers[section].length === 0 ? [] : [{ label: wordsOf(section).label, figures }],
  );
}
