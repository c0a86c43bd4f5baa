import { chineseDay, today } from '../../site/dates.ts';
import { chineseDateRange } from '../../site/date-ranges.ts';
import { eventMark } from '../lines/event-lines.ts';
import type { Article } from '../entries/article.ts';
import { labelOf } from '../entries/labels.ts';
import { projectMark, projectStage, projectTime } from '../lines/project-lines.ts';
import { named } from '../entries/queries.ts';

/** An event or project to visit, for paper and slides: what it is, and the facts needed to get there. */
export interface Visit {
  title: string;
  summary: string;
  facts: { label: string; text: string }[];
}

export function eventVisit(event: Article<'events'>): Visit {
  const { data } = event;
  return {
    title: data.title,
    summary: data.state === 'cancelled' ? (data.cancelReason ?? data.summary) : data.summary,
    facts: known([
      [labelOf('events', 'state'), eventMark(event).word],
      ['时间', chineseDateRange(data.start, data.end)],
      [labelOf('events', 'place'), data.place],
      [labelOf('events', 'audience'), data.audience],
      [labelOf('events', 'howToJoin'), data.howToJoin],
      [labelOf('events', 'phone'), data.phone],
    ]),
  };
}

export async function projectVisit(project: Article<'projects'>): Promise<Visit> {
  const { data } = project;
  const now = today();
  const [lead] = await named('orgs', [data.lead]);
  const state = [projectMark(project, now).word, projectStage(project, now), projectTime(project, now)];
  return {
    title: data.title,
    summary: data.summary,
    facts: known([
      [labelOf('projects', 'goal'), data.goal],
      [labelOf('projects', 'lead'), lead?.data.title],
      // With its day, because paper is read later.
      ['进展', `${state.filter((each) => each !== undefined).join('，')}（${chineseDay(now)}）`],
    ]),
  };
}

const known = (facts: [label: string, text: string | undefined][]): Visit['facts'] =>
  facts.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }]));
