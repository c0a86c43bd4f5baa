import { collections } from '../model/collections.ts';
import { wordsOf } from './labels.ts';
import type { Section } from './labels.ts';
import { figuresOf } from './ledgers/figures.ts';
import type { Figure } from './ledgers/figures.ts';
import { allLedgers } from './ledger-rows.ts';

export interface FigureGroup {
  label: string;
  address: string;
  figures: Figure[];
}

/** All figures by the list they are counted in; lists without entries have none. */
export async function figureGroups(today: string): Promise<FigureGroup[]> {
  const ledgers = await allLedgers();
  const groups = Map.groupBy(figuresOf(ledgers, today), ({ address }) => address);
  return [...groups].flatMap(([address, figures]) => {
    const section = address.slice(1, -1) as Section;
    if (!(section in collections))
      throw new Error(`No list stands at ${address}, where figures are counted.`);
    return ledgers[section].length === 0 ? [] : [{ label: wordsOf(section).label, address, figures }];
  });
}
