import type { KindsInSiteMap } from '../../model/define-collection.ts';
import { collectionOf } from '../../model/collections.ts';
import type { FieldName, Section } from '../entries/labels.ts';
import { sections, wordsOf } from '../entries/labels.ts';
import { navigation } from './menu.ts';
import type { MenuLink } from './menu.ts';
import { allOf, topicsInUse } from '../entries/queries.ts';
import { byYear, groupByChoice } from '../entries/grouping.ts';
import type { Article } from '../entries/article.ts';

export interface SiteMapLink {
  label: string;
  address: string;
  count?: number;
}
export interface SiteMapList extends SiteMapLink {
  /** Links into a long list: its years, kinds, units. */
  parts: SiteMapLink[];
}
export interface SiteMapGroup {
  label: string;
  /** The landing page of the group, if it has one. */
  address?: string;
  lists: SiteMapList[];
}

/** All lists, group by group as in the navigation, for the page 网站地图. */
export async function siteMap(): Promise<SiteMapGroup[]> {
  const groups = await Promise.all(
    (await navigation()).map(async ({ label, address, links }) => ({
      label,
      ...(links.length > 1 ? { address } : {}),
      lists: await Promise.all(links.map(listOf)),
    })),
  );
  return [...groups, { label: '关于这个网站', lists: sitePages }];
}

/**
 * The names of pages that are not entries, by address, for search. They come from the navigation and the site map, so
 * search finds a new section by its name.
 */
export async function namesOfPages(): Promise<ReadonlyMap<string, string>> {
  // Every page asks, and the content of a build does not change.
  if (!import.meta.env.PROD) pageNames = undefined;
  pageNames ??= siteMap().then((map) => new Map([...map.flatMap(namesIn), ['/sitemap/', '网站地图']]));
  return pageNames;
}

let pageNames: Promise<ReadonlyMap<string, string>> | undefined;

const namesIn = ({ label, address, lists }: SiteMapGroup): (readonly [string, string])[] => [
  ...(address === undefined ? [] : [[address, label] as const]),
  ...lists.map((list) => [list.address, list.label] as const),
  ...lists.flatMap((list) =>
    list.parts.map((part) => [part.address, `${list.label}：${part.label}`] as const),
  ),
];

const sitePages: SiteMapList[] = [
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

async function listOf({ label, address }: MenuLink): Promise<SiteMapList> {
  if (address === '/topics/') return { label, address, parts: await topicLinks() };
  const section = sections.find((name) => wordsOf(name).address === address);
  if (!section) return { label, address, parts: [] };
  const all: Article[] = await allOf(section);
  return { label, address, count: all.length, parts: partsOf(section, all) };
}

/** The parts of a list that have a page or an anchor. */
function partsOf(section: Section, all: readonly Article[]): SiteMapLink[] {
  const { siteMap } = collectionOf(section);
  return [
    ...(section === 'meetings' ? [decisionsLink(all as Article<'meetings'>[])] : []),
    ...yearLinks(all),
    ...(siteMap === 'entries' ? entryLinks(all) : []),
    ...(typeof siteMap === 'object' ? kindLinks(section, siteMap, all) : []),
  ];
}

function yearLinks(all: readonly Article[]): SiteMapLink[] {
  const [first] = all;
  if (!first || !collectionOf(first.collection).byYear) return [];
  return byYear(all).map(({ year, articles }) => ({
    label: `${year} 年`,
    address: `${wordsOf(first.collection as Section).address}${year}/`,
    count: articles.length,
  }));
}

/** The page with all decisions, which is neither an entry nor a year. */
const decisionsLink = (all: readonly Article<'meetings'>[]): SiteMapLink => ({
  label: '全部决定',
  address: '/meetings/decisions/',
  count: all.flatMap(({ data }) => data.decisions ?? []).length,
});

function entryLinks(all: readonly Article[]): SiteMapLink[] {
  return all.map(({ data, address }) => ({
    label: 'shortName' in data ? data.shortName : data.title,
    address,
  }));
}

const kindLinks = (section: Section, { by, as }: KindsInSiteMap, all: readonly Article[]): SiteMapLink[] =>
  groupByChoice(section, by as FieldName<Section>, all as Article<Section>[]).map(
    ({ value, label, articles }) => ({
      label,
      address: as === 'pages' ? `/${section}/${by}/${value}/` : `/${section}/#${value}`,
      count: articles.length,
    }),
  );

async function topicLinks(): Promise<SiteMapLink[]> {
  return (await topicsInUse()).map(({ topic, label, articles }) => ({
    label,
    address: `/topics/${topic}/`,
    count: articles.length,
  }));
}
