import type { CollectionName } from '../../model/collections.ts';
import type { JsonSchema } from '../../model/schema/json-schema.ts';
import { agreementStates, termOf } from '../ledgers/joint/agreement-terms.ts';
import { courseOf } from '../ledgers/concerns/concern-course.ts';
import { stateWords } from '../ledgers/concerns/concern-states.ts';
import {
  daysLate,
  decisionsIn,
  decisionStates,
  decisionState,
  isCurrentOn,
} from '../ledgers/joint/decision-states.ts';
import { matchOf, needStates } from '../ledgers/joint/need-matches.ts';
import { progressOf, projectStates } from '../ledgers/joint/project-progress.ts';
import type { Ledgers, Row } from '../ledgers/row.ts';

/** What the site computes about an entry, so that partners need not compute it themselves. */
export interface Computed<N extends CollectionName = CollectionName> {
  schema: JsonSchema;
  /** `at` turns a path into an absolute address. */
  of: (row: Row<N>, ledgers: Ledgers, day: string, at: (address: string) => string) => object;
}

const days = (description: string): JsonSchema => ({ type: 'integer', minimum: 0, description });
const word = (words: Readonly<Record<string, string>>): JsonSchema => ({
  enum: Object.keys(words),
  description: Object.entries(words)
    .map(([key, label]) => `${key}：${label}`)
    .join('；'),
});
const object = (properties: Record<string, JsonSchema>, optional: readonly string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

/** Pages and lists call the same functions, so the API and the page of an entry cannot disagree. */
export const computed: { readonly [N in CollectionName]?: Computed<N> } = {
  concerns: {
    schema: object({
      state: word(stateWords),
      reopened: days('重新办理的次数'),
      totalDays: days('从收到到最后一次答复的天数；还没有答复的，到网站更新那天'),
      daysOverdue: days('还没有答复的，过了期限几天'),
      answers: {
        type: 'array',
        description: '每一次答复',
        items: object({
          day: { type: 'string' },
          days: days('收到后第几天'),
          daysLate: days('超期几天答复；重新办理的，期限从重新打开那天另算'),
        }),
      },
    }),
    of: (concern, _, day) => {
      const { state, reopened, total, overdue, answers } = courseOf(concern, day);
      return {
        state,
        reopened,
        totalDays: total,
        daysOverdue: overdue,
        answers: answers.map((answer) => ({ day: answer.day, days: answer.days, daysLate: answer.late })),
      };
    },
  },
  meetings: {
    schema: object({
      decisions: {
        type: 'array',
        items: object(
          {
            number: { type: 'integer' },
            state: word(decisionStates),
            daysLate: days('晚了几天：还没有了结的，到网站更新那天'),
            continuedBy: { type: 'string', description: '由哪一条接续' },
            firstDue: { type: 'string', description: '接续的里面最早定的期限' },
          },
          ['continuedBy', 'firstDue'],
        ),
      },
    }),
    of: (meeting, { meetings }, day, at) => ({
      decisions: decisionsIn(meeting, meetings).map((decision) => {
        const { number, continuedBy, firstDue } = decision;
        return {
          number,
          state: decisionState(decision, day),
          daysLate: daysLate(decision, day),
          ...(continuedBy && !isCurrentOn(decision, day) ? { continuedBy: at(continuedBy.address) } : {}),
          ...(firstDue === undefined ? {} : { firstDue }),
        };
      }),
    }),
  },
  projects: {
    schema: object({
      state: word(projectStates),
      due: { type: 'string', description: '现在的期限' },
      daysOver: days('过了期限几天'),
    }),
    of: (project, _, day) => {
      const { state, due, daysOver } = progressOf(project, day);
      return { state, due, daysOver };
    },
  },
  needs: {
    schema: object({ state: word(needStates), daysWaited: days('等了几天') }),
    of: (need, ledgers, day) => {
      const { state, daysWaited } = matchOf(need, ledgers, day);
      return { state, daysWaited };
    },
  },
  agreements: {
    schema: object({ state: word(agreementStates) }),
    of: (agreement, { agreements }, day) => ({ state: termOf(agreement, agreements, day).state }),
  },
};
