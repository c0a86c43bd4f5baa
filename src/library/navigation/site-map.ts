import type { KindsInSiteMap } from '../../model/define-collection.ts';
import { collectionOf } from '../../model/collections.ts';
import type { FieldName, Section } from '../entries/labels.ts';
import { sections, wordsOf } from '../entries/labels.ts';
import { navigation } from './menu.ts';
import type { MenuLink } from './menu.ts';
import { allOf, topicsInUse } from '../entries/queries.ts';
import { byYear, groupByChoice } from '../entries/grouping.ts';
import type { Article } from '../entries/article.ts';

export interface MapLink {
  label: string;
  address: string;
  count?: number;
}
export interface MapList extends MapLink {
  /** Ways into a long list: its years, kinds, units. */
  parts: MapLink[];
}
export interface MapPart {
  label: string;
  /** The landing page of the group, where it has one. */
  address?: string;
  lists: MapList[];
}

/** Every list readers can come by, group by group as in the navigation, for the page 网站地图. */
export async function siteMap(): Promise<MapPart[]> {
  const groups = await Promise.all(
    (await navigation()).map(async ({ label, address, ways }) => ({
      label,
      ...(ways.length > 1 ? { address } : {}),
      lists: await Promise.all(ways.map(listOf)),
    })),
  );
  return [...groups, { label: '关于这个网站', lists: ofTheSite }];
}

/**
 * What search calls the pages that are no entries, by their addresses: whatever the navigation and the site map lead
 * to. A section added to these is found by its name from then on.
 */
export async function namesOfPages(): Promise<ReadonlyMap<string, string>> {
  // Every page asks, and in a build the answer stays the same.
  if (!import.meta.env.PROD) known = undefined;
  known ??= siteMap().then((map) => new Map([...map.flatMap(namesIn), ['/sitemap/', '网站地图']]));
  return known;
}

let known: Promise<ReadonlyMap<string, string>> | undefined;

const namesIn = ({ label, address, lists }: MapPart): (readonly [string, string])[] => [
  ...(address === undefined ? [] : [[address, label] as const]),
  ...lists.map((list) => [list.address, list.label] as const),
  ...lists.flatMap((list) =>
    list.parts.map((part) => [part.address, `${list.label}：${part.label}`] as const),
  ),
];

const ofTheSite: MapList[] = [
  { label: '首页', address: '/', parts: [] },
  { label: '搜索', address: '/search/', parts: [] },
  { label: '拼音索引', address: '/a-z/', parts: [] },
  { label: '听一听', address: '/listen/', parts: [] },
  { label: '关于本站', address: '/about/', parts: [] },
  { label: '无障碍说明', address: '/accessibility/', parts: [] },
  { label: '个人信息保护', address: '/privacy/', parts: [] },
  { label: '没有网络时', address: '/offline/', parts: [] },
  { label: '开放数据和订阅', address: '/open-data/', parts: [] },
];

async function listOf({ label, address }: MenuLink): Promise<MapList> {
  if (address === '/topics/') return { label, address, parts: await topicLinks() };
  const section = sections.find((name) => wordsOf(name).address === address);
  if (!section) return { label, address, parts: [] };
  const all: Article[] = await allOf(section);
  return { label, address, count: all.length, parts: partsOf(section, all) };
}

/** What a list is cut into: what it has pages or places for. */
function partsOf(section: Section, all: readonly Article[]): MapLink[] {
  const { siteMap } = collectionOf(section);
  return [
    ...(section === 'meetings' ? [decisionsOf(all as Article<'meetings'>[])] : []),
    ...years(all),
    ...(siteMap === 'entries' ? each(all) : []),
    ...(typeof siteMap === 'object' ? kinds(section, siteMap, all) : []),
  ];
}

function years(all: readonly Article[]): MapLink[] {
  const [first] = all;
  if (!first || !collectionOf(first.collection).byYear) return [];
  return byYear(all).map(({ year, articles }) => ({
    label: `${year} 年`,
    address: `${wordsOf(first.collection as Section).address}${year}/`,
    count: articles.length,
  }));
}

/** What all meetings decided stands on a page of its own, which is no entry and no year. */
const decisionsOf = (all: readonly Article<'meetings'>[]): MapLink => ({
  label: '全部决定',
  address: '/meetings/decisions/',
  count: all.flatMap(({ data }) => data.decisions ?? []).length,
});

function each(all: readonly Article[]): MapLink[] {
  return all.map(({ data, address }) => ({
    label: 'shortName' in data ? data.shortName : data.title,
    address,
  }));
}

const kinds = (section: Section, { by, as }: KindsInSiteMap, all: readonly Article[]): MapLink[] =>
  groupByChoice(section, by as FieldName<Section>, all as Article<Section>[]).map(
    ({ value, label, articles }) => ({
      label,
      address: as === 'pages' ? `/${section}/${by}/${value}/` : `/${section}/#${value}`,
      count: articles.length,
    }),
  );

async function topicLinks(): Promise<MapLink[]> {
  return (await topicsInUse()).map(({ topic, label, articles }) => ({
    label,
    address: `/topics/${topic}/`,
    count: articles.length,
  }));
}
