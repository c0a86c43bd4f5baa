import { concernStates } from '../../model/vocabulary/concern-states.ts';
import { chineseDay } from '../../site/dates.ts';
import { isA, titleOf } from '../entries/article.ts';
import { concernTitle, outcomeSentence } from '../lines/concern-lines.ts';
import { decisionTime } from '../lines/decision-lines.ts';
import { decisionsIn, isCurrentOn } from '../ledgers/joint/decision-states.ts';
import type { Article } from '../entries/article.ts';
import type { Section } from '../entries/labels.ts';
import { eventVisit } from '../study/visits.ts';

/** What an entry says in its fields and not in its text, for readers of a feed. */
export interface FeedLead {
  title: string;
  paragraphs: string[];
  /** The day or moment of the last change, if the entry records any. */
  changed?: string | undefined;
}

export function feedLead(
  article: Article<Section>,
  meetings: readonly Article<'meetings'>[],
  today: string,
): FeedLead {
  if (isA('concerns', article)) {
    const { text, log = [] } = article.data;
    return {
      title: concernTitle(article),
      paragraphs: [
        text,
        outcomeSentence(article, today),
        ...log.map(
          ({ day, state, answer }) =>
            `${chineseDay(day)} ${concernStates[state]}${answer ? `：${answer}` : ''}`,
        ),
      ],
      changed: log.at(-1)?.day,
    };
  }
  if (isA('events', article)) {
    const { summary, facts } = eventVisit(article);
    const { state, changed } = article.data;
    return {
      title: state === 'cancelled' ? `【已取消】${titleOf(article)}` : titleOf(article),
      paragraphs: [summary, ...facts.map(({ label, text }) => `${label}：${text}`)],
      changed,
    };
  }
  if (isA('meetings', article)) {
    const { summary, decisions = [] } = article.data;
    return {
      title: titleOf(article),
      paragraphs: [
        summary,
        ...decisionsIn(article, meetings).map((decision) => {
          const { number, text, due } = decision;
          const state = isCurrentOn(decision, today) ? '' : `；${decisionTime(decision, today)}`;
          return `决定 ${String(number)}：${text}（${chineseDay(due)}前${state}）`;
        }),
      ],
      changed: decisions
        .flatMap(({ closed }) => closed ?? [])
        .sort()
        .at(-1),
    };
  }
  return { title: titleOf(article), paragraphs: [] };
}
