import { withProof } from '../entries/evidence.ts';
import type { Evidence } from '../entries/evidence.ts';
import { roundsOf } from '../ledgers/joint/project-progress.ts';
import type { Round } from '../ledgers/joint/project-progress.ts';
import type { Article } from '../entries/article.ts';

type StageOf = Round['stages'][number];

/** A round of a project, each record with its evidence as a link. */
export interface RoundWithEvidence extends Omit<Round, 'stages'> {
  stages: (Omit<StageOf, 'records'> & {
    records: (StageOf['records'][number] & { proof: Evidence | undefined })[];
  })[];
}

export const projectRounds = (project: Article<'projects'>): Promise<RoundWithEvidence[]> =>
  Promise.all(
    roundsOf(project).map(async (round) => ({
      ...round,
      stages: await Promise.all(
        round.stages.map(async (stage) => ({ ...stage, records: await withProof(project, stage.records) })),
      ),
    })),
  );
