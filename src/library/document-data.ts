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

export const planRules = [
  '一份方案办到哪一步，只看引用它的项目：没有人手工填百分比。',
  '每一条都列着。一个项目可以落实几条，也可以落实几份方案的条款，写明是哪一条，就列在那一条下面；数项目时只数一次。',
  '写着“没有项目”的，是没有项目说要办这一条：有的条款不用单独立项，有的是还没有人办。',
  '进行中、逾期、办成、终止，和项目清单里算得一样。',
];
