import type { CollectionName } from './collection-types.ts';
import type { Fields } from './fields.ts';
import { formerly } from './formerly.ts';
import type { WithShared } from './formerly.ts';
import type { GroupName } from './site-navigation.ts';
import type { Rules } from './rules/rule.ts';

/** One kind of content, described once. `check-collections.ts` refuses a description that cannot be right. */
export interface Collection<F extends Fields = Fields> {
  /** Folder under content/, first part of the address, and name of the file that describes it. */
  name: string;
  label: string;
  /** One sentence for the list page and for editors. */
  description: string;
  /** Measure word for counts: 共 12 篇. */
  counter: string;
  /** The field shown as the entry's name. */
  title: keyof F & string;
  /** The day or moment the entry belongs to: sorts newest first, gives the list its years. */
  date?: keyof F & string;
  /** Under which year an entry's folder and address stand; needs `date`. */
  byYear?: true;
  /** There is one such entry and it has no list: the site's settings. This is its address. */
  single?: string;
  /** A single entry may be missing as long as these collections are empty. */
  neededWith?: readonly string[];

  /** Place among the collections, wherever they are listed. Steps of ten leave room. */
  order: number;
  /** Place in the desk's menu, where it is another one there. */
  deskOrder?: number;
  /** The group of the navigation its list stands in. `order` counts within the group, where it is another one there. */
  navigation: { group: GroupName; order?: number } | None;
  /** Whether readers can subscribe to its newest entries. `order` is its place among the feeds, where it is another. */
  feed: true | { order: number } | None;
  /** 栏目类别 of the page tags; every list has one. */
  columnType?: ColumnType;
  /** Its entries stand on the pages of the topics they name. */
  topicPages?: true;
  /** What the site map shows below its list, beside the years: every entry, or its kinds. */
  siteMap?: 'entries' | KindsInSiteMap<keyof F & string>;
  /** Lists show no day beside a name: the name says it. */
  dayInTitle?: true;

  /** What must hold beyond the single fields. Any of its own kind: see `defineCollection`. */
  rules?: readonly unknown[];
  fields: F;
}

/** A thing a collection goes without, and why; for the next person who wonders. */
export interface None {
  none: string;
}

/** Kinds are the options of a choice field: as places in the list, or as pages below `/materials/kind/`. */
export interface KindsInSiteMap<Field extends string = string> {
  by: Field;
  as: 'places' | 'pages';
}

export type ColumnType =
  '工作动态' | '通知公告' | '政策文件' | '学习资料' | '办事服务' | '互动交流' | '机构信息';

/**
 * Keeps the literal types of a description, so that `Data` can be derived from it, and adds what all collections
 * share. A single entry stands at one address for good.
 */
export function defineCollection<const N extends CollectionName, const F extends Fields>(
  collection: Collection<F> & { name: N; rules?: Rules<N> },
): Collection<WithShared<F>> {
  const shared = collection.single === undefined ? { formerly } : {};
  return { ...collection, fields: { ...collection.fields, ...shared } as WithShared<F> } as Collection<
    WithShared<F>
  >;
}

/** Its place in the navigation, where it has one. */
export const navigationPlace = ({
  navigation,
  order,
}: Collection): { group: GroupName; order: number } | undefined =>
  'group' in navigation ? { order, ...navigation } : undefined;

/** Its place among the feeds, where it has one. */
export function feedPlace({ feed, order }: Collection): number | undefined {
  if (feed === true) return order;
  return 'order' in feed ? feed.order : undefined;
}
