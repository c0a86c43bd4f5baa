import { wordsOf } from './labels.ts';
import { byYear, groupsBy } from './groups.ts';
import { allOf, topicsInUse } from './queries.ts';

export interface MapPart {
  label: string;
  links: { label: string; address: string; count?: number }[];
}

/** Every list readers can come by, for the page 网站地图. Parts without links are left out. */
export async function siteMap(): Promise<MapPart[]> {
  const parts = [
    await datedPart('activities'),
    await datedPart('notices'),
    await materialsPart(),
    await orgsPart(),
    await topicsPart(),
    {
      label: '其他',
      links: [
        { label: wordsOf('policies').label, address: wordsOf('policies').address },
        { label: '搜索', address: '/search/' },
        { label: '听一听', address: '/listen/' },
        { label: '关于本站', address: '/about/' },
      ],
    },
  ];
  return parts.filter(({ links }) => links.some(({ count }) => count !== 0));
}

async function datedPart(section: 'activities' | 'notices'): Promise<MapPart> {
  const { label, address } = wordsOf(section);
  const all = await allOf(section);
  const years = byYear(all as Parameters<typeof byYear>[0]).map(({ year, articles }) => ({
    label: `${year} 年`,
    address: `${address}${year}/`,
    count: articles.length,
  }));
  return { label, links: [{ label: `全部${label}`, address, count: all.length }, ...years] };
}

async function materialsPart(): Promise<MapPart> {
  const { label, address } = wordsOf('materials');
  const all = await allOf('materials');
  const kinds = groupsBy('materials', 'kind', all).map((group) => ({
    label: group.label,
    address: `/materials/kind/${group.value}/`,
    count: group.articles.length,
  }));
  return { label, links: [{ label: `全部${label}`, address, count: all.length }, ...kinds] };
}

async function orgsPart(): Promise<MapPart> {
  const { label, address } = wordsOf('orgs');
  const orgs = await allOf('orgs');
  const each = orgs.map((org) => ({ label: org.data.shortName, address: org.address }));
  return { label, links: [{ label: `全部${label}`, address, count: orgs.length }, ...each] };
}

async function topicsPart(): Promise<MapPart> {
  const topics = await topicsInUse();
  return {
    label: '专题',
    links: topics.map(({ topic, label, articles }) => ({
      label,
      address: `/topics/${topic}/`,
      count: articles.length,
    })),
  };
}
