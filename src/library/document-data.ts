import { readCsv } from '../model/csv.ts';
import type { Table } from '../model/csv.ts';
import type { Attachment } from '../model/fields.ts';
import { attachedFile, readServedFile } from './files.ts';
import type { AttachedFile } from './files.ts';
import { planProgress } from './ledgers/plans.ts';
import type { PlanProgress } from './ledgers/plans.ts';
import { headingsOf } from './plan-clause.ts';
import { allOf } from './queries.ts';
import type { Article } from './article.ts';

/** The table of a survey, as a file to load and as rows. */
export async function dataOf(
  document: Article<'documents'>,
): Promise<{ file: AttachedFile; table: Table } | undefined> {
  const { data } = document.data as { data?: Attachment };
  if (!data) return undefined;
  const bytes = await readServedFile(`${document.folder}/${data.src}`);
  return { file: await attachedFile(document, data), table: readCsv(bytes.toString('utf8')) };
}

/** How far a plan is, by the projects that cite it. */
export async function progressOfPlan(
  document: Article<'documents'>,
  today: string,
): Promise<PlanProgress<Article<'projects'>>> {
  return planProgress(document, headingsOf(document), await allOf('projects'), today);
}
