import { titleOf } from '../entries/article.ts';
import type { Article } from '../entries/article.ts';
import { topicsInUse, allOf } from '../entries/queries.ts';

type Material = Article<'materials'>;

export interface MaterialGroup {
  /** Id of the group on the page. */
  id: string;
  label: string;
  /** The page of the topic, series or policy. */
  address: string;
  materials: Material[];
}

export interface ClauseCited {
  clause: string;
  materials: Material[];
}

/** Clauses of a policy that materials cite, in the order of their first citation in the list. */
export function clausesOf(policy: string, materials: readonly Material[]): ClauseCited[] {
  const cited = materials.flatMap((material) =>
    (material.data.clauses ?? [])
      .filter((each) => each.policy === policy)
      .map(({ clause }) => ({ clause, material })),
  );
  return [...Map.groupBy(cited, ({ clause }) => clause)].map(([clause, list]) => ({
    clause,
    materials: list.map(({ material }) => material),
  }));
}

/** Materials by topic, by series and by the policy they are based on, without empty groups. */
export async function materialGroups(): Promise<{ label: string; id: string; groups: MaterialGroup[] }[]> {
  const [materials, series, policies, topics] = await Promise.all([
    allOf('materials'),
    allOf('series'),
    allOf('policies'),
    topicsInUse(),
  ]);
  const filled = (groups: MaterialGroup[]): MaterialGroup[] =>
    groups.filter((group) => group.materials.length > 0);
  return [
    {
      label: '按专题',
      id: 'topics',
      groups: filled(
        topics.map(({ topic, label }) => ({
          id: `topic-${topic}`,
          label,
          address: `/topics/${topic}/`,
          materials: materials.filter(({ data }) => (data.topics as string[] | undefined)?.includes(topic)),
        })),
      ),
    },
    {
      label: '按系列',
      id: 'series',
      groups: filled(
        series.map((each) => ({
          id: `series-${each.slug}`,
          label: titleOf(each),
          address: each.address,
          materials: materials.filter(({ data }) => data.series === each.slug),
        })),
      ),
    },
    {
      label: '按依据的文件',
      id: 'policies',
      groups: filled(
        policies.map((policy) => ({
          id: `policy-${policy.slug}`,
          label: titleOf(policy),
          address: policy.address,
          materials: materials.filter(({ data }) => restsOn(data, policy.slug)),
        })),
      ),
    },
  ].filter(({ groups }) => groups.length > 0);
}

const restsOn = ({ policies, clauses }: Material['data'], policy: string): boolean =>
  policies?.includes(policy) === true || clauses?.some((each) => each.policy === policy) === true;
