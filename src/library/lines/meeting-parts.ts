import { evidenceOf } from '../entries/evidence.ts';
import type { Evidence } from '../entries/evidence.ts';
import { carriedInto, carriedOver, decisionsIn, decisionsOf } from '../ledgers/joint/decision-states.ts';
import type { Decision } from '../ledgers/joint/decision-states.ts';
import type { Part } from '../ledgers/row.ts';
import { allOf, named } from '../entries/queries.ts';
import type { Article } from '../entries/article.ts';

type Meeting = Article<'meetings'>;

export interface MeetingAgenda {
  /** Open decisions of earlier meetings, computed from their minutes. */
  left: Decision[];
  topics: (Part<'meetings', 'agenda'> & { unit: Article<'orgs'> | undefined })[];
}

export async function agendaOfMeeting(meeting: Meeting): Promise<MeetingAgenda> {
  return {
    left: carriedOver(meeting, await allOf('meetings')),
    topics: await Promise.all(
      (meeting.data.agenda ?? []).map(async (topic) => ({ ...topic, unit: await one('orgs', topic.org) })),
    ),
  };
}

/** A decision with everything it refers to. */
export interface DecisionRow {
  decision: Decision;
  /** The earlier decisions it continues, and the later meetings that found it still open. */
  takenOver: Decision[];
  into: Meeting[];
  owner: Article<'orgs'> | undefined;
  helpers: Article<'orgs'>[];
  project: Article<'projects'> | undefined;
  proof: Evidence | undefined;
}

export async function decisionRows(meeting: Meeting): Promise<DecisionRow[]> {
  const meetings = await allOf('meetings');
  const all = decisionsOf(meetings);
  return Promise.all(
    decisionsIn(meeting, meetings).map(async (decision) => ({
      decision,
      takenOver: (decision.continues ?? []).flatMap((earlier) =>
        all.filter((each) => each.meeting.slug === earlier.meeting && each.number === earlier.number),
      ),
      into: carriedInto(decision, meetings),
      owner: await one('orgs', decision.owner),
      helpers: await named('orgs', decision.helpers),
      project: await one('projects', decision.project),
      proof: await evidenceOf(meeting, decision.evidence),
    })),
  );
}

async function one<N extends 'orgs' | 'projects'>(
  name: N,
  slug: string | undefined,
): Promise<Article<N> | undefined> {
  return (await named(name, slug === undefined ? [] : [slug]))[0];
}
