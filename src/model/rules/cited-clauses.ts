import { citedClause, candidateClauses } from '../citations/cited-clause.ts';
import { citationsOf } from '../citations/project-citations.ts';
import type { Citation } from '../citations/project-citations.ts';
import { found, nameOf } from './rule.ts';
import type { Finding, RuleContext, Rule } from './rule.ts';

/** Every clause that a project names must exist in a plan, and be named only once. */
export const citedClauses: Rule<'projects'> = ({ data }, hub) => {
  const seen = new Set<string>();
  return citationsOf(data).flatMap((citation) => {
    const wrong = citationFinding(citation, hub);
    if (wrong) return [wrong];
    const key = clauseKey(citation, hub);
    if (key === undefined) return [];
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      found(citation.at.clause, `“${citation.clause ?? ''}”前面已经写过了，一条只写一次，请删去这一项。`),
    ];
  });
};

function citationFinding({ plan, clause, at }: Citation, hub: RuleContext): Finding | undefined {
  const cited = hub.find('documents', plan);
  if (plan === undefined)
    return at.clause === 'clause'
      ? found('clause', '写了“方案的条款”，请选上“依据的方案”，读者才找得到原文。')
      : undefined;
  if (!cited) return undefined;
  if (clause === undefined)
    return at.plan === 'plan'
      ? found('plan', `请写上“方案的条款”：这个项目出自${nameOf(cited)}的哪一条。`)
      : undefined;
  const { kind } = cited.data;
  if (kind !== undefined && kind !== 'plan' && kind !== 'workplan') {
    const word = hub.wordFor('documents', 'kind', kind);
    return found(at.plan, `${nameOf(cited)}是${word}，请选一份实施方案或工作计划。`);
  }
  const { headings } = cited.rendered;
  const meant = candidateClauses(headings, clause);
  if (meant.length === 1) return undefined;
  if (meant.length > 1) {
    const list = meant.map(({ text }) => `“${text}”`).join('、');
    return found(at.clause, `${nameOf(cited)}里有几条都合“${clause}”：${list}，请照抄其中一个。`);
  }
  const known = headings.map(({ text }) => text).join('；');
  const list = known === '' ? '它还没有小标题' : `它的小标题有：${known}`;
  return found(at.clause, `${nameOf(cited)}里找不到“${clause}”这一条，${list}。请照抄其中一个。`);
}

/** The clause as document and heading: “三” and “三、试点先行” are the same clause. */
function clauseKey({ plan, clause }: Citation, hub: RuleContext): string | undefined {
  const cited = hub.find('documents', plan);
  const heading = cited && clause !== undefined ? citedClause(cited.rendered.headings, clause) : undefined;
  return heading && `${plan ?? ''}#${heading.slug}`;
}
