import { daysBetween } from '../../model/calendar-days.ts';
import { chineseDay } from '../../site/dates.ts';
import { daysLate, decisionState, decisionStates, isCurrentOn } from '../ledgers/joint/decision-states.ts';
import type { Decision, DecisionState } from '../ledgers/joint/decision-states.ts';
import type { Line, Mark } from './entry-lines.ts';

const tones: Record<DecisionState, Mark['tone']> = {
  open: 'plain',
  overdue: 'caution',
  done: 'good',
  dropped: 'plain',
  continued: 'plain',
};

export function decisionMark(decision: Decision, today: string): Mark {
  const state = decisionState(decision, today);
  return { word: decisionStates[state], tone: tones[state] };
}

/** 2026 年春季联席会议第 2 条 */
export const decisionName = ({ meeting, number }: Decision): string =>
  `${meeting.data.title}第 ${String(number)} 条`;

/** 过了期限 12 天；还有 3 天；2026年3月2日了结，晚了 12 天；由“2026 年春季联席会议”第 2 条接续 */
export function decisionTime(decision: Decision, today: string): string {
  const { closed, continuedBy, due } = decision;
  const late = daysLate(decision, today);
  if (continuedBy && !isCurrentOn(decision, today)) {
    const { meeting, number } = continuedBy;
    return `${closed === undefined ? '' : `${chineseDay(closed)}了结，后来`}由“${meeting.data.title}”第 ${String(number)} 条接续`;
  }
  if (closed !== undefined) return `${chineseDay(closed)}了结${late > 0 ? `，晚了 ${String(late)} 天` : ''}`;
  if (late > 0) return `过了期限 ${String(late)} 天`;
  const left = daysBetween(today, due);
  return left === 0 ? '今天到期' : `还有 ${String(left)} 天`;
}

/** The first due day is shown as well, because a new day does not undo the delay. */
export const firstDueText = ({ firstDue }: Decision): string | undefined =>
  firstDue === undefined ? undefined : `最早定的期限是${chineseDay(firstDue)}`;

export const decisionLine = (decision: Decision, today: string): Line => ({
  title: decision.text,
  address: decision.address,
  mark: decisionMark(decision, today),
  about: [decisionName(decision), decisionTime(decision, today), firstDueText(decision)],
  sample: decision.meeting.data.sample,
});

/** 6 条决定，还有 1 条没办完，2 条由后来的会接续 */
export function decisionsText(states: readonly DecisionState[]): string {
  const open = states.filter((state) => state === 'open' || state === 'overdue').length;
  const continued = states.filter((state) => state === 'continued').length;
  const ended = continued === 0 ? '都有了结' : '其余都有了结';
  return [
    `${String(states.length)} 条决定`,
    open > 0 && `还有 ${String(open)} 条没办完`,
    continued > 0 && `${String(continued)} 条由后来的会接续`,
    open === 0 && continued < states.length && ended,
  ]
    .filter((part) => part !== false)
    .join('，');
}
