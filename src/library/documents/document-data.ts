import { readCsv } from '../../model/files/csv.ts';
import type { Table } from '../../model/files/csv.ts';
import type { Attachment } from '../../model/fields.ts';
import { attachedFile, servedFileBytes } from '../content/served-files.ts';
import type { AttachedFile } from '../content/served-files.ts';
import { planProgress } from '../ledgers/joint/plan-progress.ts';
import type { PlanProgress } from '../ledgers/joint/plan-progress.ts';
import { headingsOf } from './plan-clauses.ts';
import { allOf } from '../entries/queries.ts';
import type { Article } from '../entries/article.ts';

/** The table of a survey, as a download and as rows. */
export async function dataOf(
  document: Article<'documents'>,
): Promise<{ file: AttachedFile; table: Table } | undefined> {
  const { data } = document.data as { data?: Attachment };
  if (!data) return undefined;
  const bytes = await servedFileBytes(`${document.folder}/${data.src}`);
  return { file: await attachedFile(document, data), table: readCsv(new TextDecoder().decode(bytes)) };
}

/** The progress of a plan, computed from the projects that cite it. */
export async function progressOfPlan(
  document: Article<'documents'>,
  today: string,
): Promise<PlanProgress<Article<'projects'>>> {
  return planProgress(document, headingsOf(document), await allOf('projects'), today);
}
