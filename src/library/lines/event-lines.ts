import { today } from '../../site/dates.ts';
import { choiceLabel } from '../entries/labels.ts';
import { isUnreported, untilOver } from '../ledgers/life/event-days.ts';
import type { Row } from '../ledgers/row.ts';
import type { Mark } from './entry-lines.ts';

const tones = { planned: 'plain', confirmed: 'good', cancelled: 'caution', held: 'plain' } as const;

const over = '已过，还没有报道';

/** A planned or confirmed event is shown as such until its last day, by the reader's clock. */
export function eventMark(event: Row<'events'>): Mark {
  const { state } = event.data;
  if (isUnreported(event, today())) return { word: over, tone: 'plain' };
  const mark: Mark = { word: choiceLabel('events', 'state', state), tone: tones[state] };
  return state === 'planned' || state === 'confirmed'
    ? { ...mark, holds: untilOver(event), then: over }
    : mark;
}
