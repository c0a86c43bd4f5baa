import { decisionsIn } from '../ledgers/joint/decision-states.ts';
import type { Decision } from '../ledgers/joint/decision-states.ts';
import { allOf, named } from './queries.ts';
import type { Article } from './article.ts';

/** Entries as a list shows them, each with the other entries it needs. */

export async function meetingItems(
  meetings: readonly Article<'meetings'>[],
): Promise<{ meeting: Article<'meetings'>; decisions: readonly Decision[] }[]> {
  // The outcome of a decision is in later minutes, so all meetings are needed.
  const all = await allOf('meetings');
  return meetings.map((meeting) => ({ meeting, decisions: decisionsIn(meeting, all) }));
}

export const projectItems = (
  projects: readonly Article<'projects'>[],
): Promise<{ project: Article<'projects'>; lead: Article<'orgs'> | undefined }[]> =>
  Promise.all(
    projects.map(async (project) => ({ project, lead: (await named('orgs', [project.data.lead]))[0] })),
  );

export const documentItems = (
  documents: readonly Article<'documents'>[],
): Promise<{ document: Article<'documents'>; org: Article<'orgs'> | undefined }[]> =>
  Promise.all(
    documents.map(async (document) => ({ document, org: (await named('orgs', [document.data.org]))[0] })),
  );
