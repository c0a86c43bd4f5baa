import { closedStates } from '../../model/vocabulary/concern-states.ts';
import { concernMark, concernTime, concernTitle } from '../lines/concern-lines.ts';
import { decisionLine } from '../lines/decision-lines.ts';
import { allLedgers } from '../entries/ledger-rows.ts';
import { isClosedOn } from '../ledgers/concerns/concern-states.ts';
import { openDecisions } from '../ledgers/joint/decision-states.ts';
import { figuresOf } from '../ledgers/reports/ledger-figures.ts';
import type { Figure } from '../ledgers/reports/ledger-figures.ts';
import { inOrderOfUrgency, isOpen } from '../ledgers/joint/project-progress.ts';
import type { Row } from '../ledgers/row.ts';
import { projectLine } from '../lines/project-lines.ts';
import type { Line } from '../lines/entry-lines.ts';

/** Promises and their results, as the home page shows them. */
export interface PromisesOnHome {
  /** Counts, each with the list it is counted in. */
  figures: Figure[];
  /** Still open, the most overdue first. */
  projects: Line[];
  decisions: Line[];
  /** The newest answers, including refusals. */
  answers: Line[];
}

const shown = 3;
const counted = [
  { key: 'projects-running', of: 'projects' },
  { key: 'projects-overdue', of: 'projects' },
  { key: 'decisions-open', of: 'meetings' },
  { key: 'decisions-overdue', of: 'meetings' },
  { key: 'concerns-open', of: 'concerns' },
  { key: 'needs-waiting', of: 'needs' },
] as const;

export async function promisesOn(day: string): Promise<PromisesOnHome> {
  const ledgers = await allLedgers();
  const { projects, meetings, concerns } = ledgers;
  const figures = figuresOf(ledgers, day);
  return {
    figures: counted.flatMap(({ key, of }) =>
      ledgers[of].length === 0 ? [] : figures.filter((figure) => figure.key === key),
    ),
    projects: inOrderOfUrgency(projects, day)
      .filter(isOpen)
      .slice(0, shown)
      .map((project) => projectLine(project, day)),
    decisions: openDecisions(meetings, day)
      .slice(0, shown)
      .map((decision) => decisionLine(decision, day)),
    answers: concerns
      .filter((concern) => isClosedOn(concern, day))
      .toSorted((a, b) => answerOf(b, day).day.localeCompare(answerOf(a, day).day))
      .slice(0, shown)
      .map((concern) => ({
        title: concernTitle(concern),
        address: concern.address,
        mark: concernMark(concern, day),
        about: [concernTime(concern, day)],
        quote: firstSentence(answerOf(concern, day).answer),
        sample: concern.data.sample,
      })),
  };
}

/** The last answer to a concern. */
function answerOf({ data }: Row<'concerns'>, day: string): { day: string; answer: string } {
  const record = (data.log ?? []).findLast((one) => one.day <= day && closedStates.includes(one.state));
  return { day: record?.day ?? '', answer: record?.answer ?? '' };
}

const firstSentence = (text: string): string => /^.*?[。！？]/su.exec(text)?.[0] ?? text;
