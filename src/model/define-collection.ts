import type { CollectionName } from './collection-types.ts';
import type { Field, Fields } from './fields.ts';
import { formerly } from './formerly.ts';
import type { WithShared } from './formerly.ts';
import type { GroupName } from './site-navigation.ts';
import type { Rules } from './rules/rule.ts';

/** One kind of content, described once. `check-collections.ts` rejects a wrong description. */
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
  /** The day or moment of the entry. Lists are sorted by it, newest first, and divided into its years. */
  date?: keyof F & string;
  /** The folder and the address of an entry contain its year; needs `date`. */
  byYear?: true;
  /** There is only one entry and no list, as for the site's settings. This is its address. */
  single?: string;
  /** A single entry may be missing as long as these collections are empty. */
  neededWith?: readonly string[];

  /** Its place wherever the collections are listed. Steps of ten leave room. */
  order: number;
  /** Its place in the desk's menu, if it differs. */
  deskOrder?: number;
  /** The navigation group of its list, and its place in the group, if it differs. */
  navigation: { group: GroupName; order?: number } | None;
  /** Whether it has a feed of its newest entries, and its place among the feeds, if it differs. */
  feed: true | { order: number } | None;
  /** 栏目类别 of the page tags; every list has one. */
  columnType?: ColumnType;
  /** Its entries are listed on the pages of their topics. */
  topicPages?: true;
  /** What the site map shows below its list besides the years: every entry, or its kinds. */
  siteMap?: 'entries' | KindsInSiteMap<keyof F & string>;
  /** Lists show no day next to the title, because the title contains it. */
  dayInTitle?: true;

  /** Checks that go beyond single fields. `defineCollection` has their exact type. */
  rules?: readonly unknown[];
  fields: F;
}

/** Something that a collection does not have, and the reason. */
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
 * share. The address of a single entry never changes.
 */
export function defineCollection<const N extends CollectionName, const F extends Fields>(
  collection: Collection<F> & { name: N; rules?: Rules<N> },
): Collection<WithShared<F>> {
  const shared = collection.single === undefined ? { formerly } : {};
  return {
    ...collection,
    fields: ownNamesOnly({ ...collection.fields, ...shared }) as unknown as WithShared<F>,
  } as Collection<WithShared<F>>;
}

/**
 * Fields and options without the names that every object inherits. Front matter may contain any name, and
 * `fields['constructor']` would otherwise find a function.
 */
function ownNamesOnly(fields: Fields): Fields {
  const own = Object.entries(fields).map(([name, field]): [string, Field] => {
    if (field.kind === 'parts') {
      return [name, { ...field, fields: ownNamesOnly(field.fields) as typeof field.fields }];
    }
    return [name, field.kind === 'choice' ? { ...field, options: bare(field.options) } : field];
  });
  return bare(Object.fromEntries(own));
}

const bare = <T extends object>(names: T): T => Object.assign(Object.create(null) as T, names);

/** Its place in the navigation, if it has one. */
export const navigationPlace = ({
  navigation,
  order,
}: Collection): { group: GroupName; order: number } | undefined =>
  'group' in navigation ? { order, ...navigation } : undefined;

/** Its place among the feeds, if it has one. */
export function feedPlace({ feed, order }: Collection): number | undefined {
  if (feed === true) return order;
  return 'order' in feed ? feed.order : undefined;
}
