import { concerns as description } from '../../model/collections/concerns.ts';
import { daysBetween } from '../../model/calendar-days.ts';
import { chineseDay } from '../../site/dates.ts';
import { courseOf } from '../ledgers/concerns/concern-course.ts';
import type { Answer, Course } from '../ledgers/concerns/concern-course.ts';
import { dueOn, stateOn, stateWords } from '../ledgers/concerns/concern-states.ts';
import type { State } from '../ledgers/concerns/concern-states.ts';
import type { Row } from '../ledgers/row.ts';
import type { Line, Mark } from './entry-lines.ts';

const tones: Record<State, Mark['tone']> = {
  received: 'plain',
  accepted: 'plain',
  working: 'plain',
  transferred: 'plain',
  solved: 'good',
  partly: 'plain',
  refused: 'plain',
  reopened: 'caution',
};

export function concernMark(concern: Row<'concerns'>, day: string): Mark {
  const state = stateOn(concern, day);
  return { word: stateWords[state], tone: tones[state] };
}

export const concernTitle = ({ data }: Row<'concerns'>): string => `${data.number} ${data.title}`;

/**
 * 5 天答复；超期 3 天答复，用了 21 天；过了答复期限 12 天；还有 3 天；重新办理 2 次，前后 202 天，第 3 次答复超期 2 天.
 * A reopened concern never shows its first answer alone.
 */
export function concernTime(concern: Row<'concerns'>, day: string): string {
  const course = courseOf(concern, day);
  const { reopened, total, closed, answers } = course;
  const waits = closed ? undefined : limitText(concern, course, day);
  const [first] = answers;
  if (reopened === 0) return waits ?? (first ? firstAnswerText(first) : '');
  const spent = `${closed ? '前后' : '收到以来'} ${String(total)} 天`;
  return [`重新办理 ${String(reopened)} 次`, spent, ...lateAnswerTexts(answers), waits]
    .filter((part) => part !== undefined)
    .join('，');
}

function limitText(concern: Row<'concerns'>, { overdue }: Course, day: string): string {
  if (overdue > 0) return `过了答复期限 ${String(overdue)} 天`;
  const left = daysBetween(day, dueOn(concern, day));
  return left === 0 ? '答复期限今天到' : `离答复期限还有 ${String(left)} 天`;
}

function firstAnswerText({ days, late }: Answer): string {
  if (late > 0) return `超期 ${String(late)} 天答复，用了 ${String(days)} 天`;
  return days === 0 ? '当天答复' : `${String(days)} 天答复`;
}

/** 第 2 次超期 5 天答复 */
export const lateAnswerTexts = (answers: readonly Answer[]): string[] =>
  answers.flatMap(({ late }, index) =>
    late > 0 ? [`第 ${String(index + 1)} 次超期 ${String(late)} 天答复`] : [],
  );

export const concernLine = (concern: Row<'concerns'>, day: string): Line => ({
  title: concernTitle(concern),
  address: concern.address,
  mark: concernMark(concern, day),
  about: [
    description.fields.category.options[concern.data.category],
    concern.data.area,
    `${chineseDay(concern.data.received)}收到`,
    concernTime(concern, day),
  ],
  sample: concern.data.sample,
});

/** The outcome, for the top of its page. A quick answer that did not last does not count as a success. */
export function outcomeSentence(concern: Row<'concerns'>, day: string): string {
  const course = courseOf(concern, day);
  const { answers, reopened, closed, total } = course;
  const [first, last] = [answers[0], answers.at(-1)];
  if (!first || !last || reopened === 0) return `${concernTime(concern, day)}。`;
  const words = [
    `${first.days === 0 ? '当天' : `第 ${String(first.days)} 天`}第一次答复，后来重新办理 ${String(reopened)} 次`,
    ...(closed ? [`${chineseDay(last.day)}最后一次答复`] : []),
    `${closed ? '前后' : '收到以来'} ${String(total)} 天`,
    ...lateAnswerTexts(answers),
  ].join('，');
  return closed ? `${words}。` : `${words}。${limitText(concern, course, day)}。`;
}
