import { choicesOf } from '../entries/labels.ts';
import { allOf } from '../entries/queries.ts';
import type { Article } from '../entries/article.ts';

/** Cases by result. */
export async function caseGroups(): Promise<{ value: string; label: string; cases: Article<'cases'>[] }[]> {
  const groups = Map.groupBy(await allOf('cases'), ({ data }) => data.result);
  return Object.entries(choicesOf('cases', 'result')).flatMap(([value, label]) => {
    const cases = groups.get(value as Article<'cases'>['data']['result']);
    return cases ? [{ value, label, cases }] : [];
  });
}
