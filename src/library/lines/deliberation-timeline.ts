import { deliberationSteps } from '../../model/vocabulary/deliberation-steps.ts';
import { withProof } from '../entries/evidence.ts';
import type { Evidence } from '../entries/evidence.ts';
import type { Part } from '../ledgers/row.ts';
import type { Article } from '../entries/article.ts';

export interface DeliberationStep {
  label: string;
  records: (Part<'deliberations', 'steps'> & { proof: Evidence | undefined })[];
}

/** The six steps in order, each with its records; steps not taken yet are empty. */
export async function stepsOfDeliberation(
  deliberation: Article<'deliberations'>,
): Promise<DeliberationStep[]> {
  const records = await withProof(deliberation, deliberation.data.steps ?? []);
  return Object.entries(deliberationSteps).map(([step, label]) => ({
    label,
    records: records.filter((record) => record.step === step),
  }));
}
