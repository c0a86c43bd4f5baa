import { collectionOf, collections } from '../model/collections.ts';
import type { CollectionName, Collections } from '../model/collections.ts';

type FieldName<N extends CollectionName> = keyof Collections[N]['fields'] & string;

/** What a field is called on the editors' form is what readers see beside its value. */
export function labelOf<N extends CollectionName>(name: N, field: FieldName<N>): string {
  return collectionOf(name).fields[field]?.label ?? field;
}

/** The words of a choice: `repealed` -> 废止. */
export function choiceLabel<N extends CollectionName>(name: N, field: FieldName<N>, value: string): string {
  return choicesOf(name, field)[value] ?? value;
}

/** All choices of a field in the model's order: what is stored -> what people see. */
export function choicesOf(name: CollectionName, field: string): Readonly<Record<string, string>> {
  const found = collectionOf(name).fields[field];
  return found?.kind === 'choice' ? found.options : {};
}

export const topicLabel = (topic: string): string => choiceLabel('activities', 'topics', topic);

/** Names of the sections that have lists, in the order readers meet them. */
export const sections = [
  'activities',
  'notices',
  'events',
  'series',
  'projects',
  'meetings',
  'agreements',
  'needs',
  'resources',
  'cases',
  'concerns',
  'deliberations',
  'services',
  'menus',
  'posts',
  'documents',
  'monthly',
  'paths',
  'quizzes',
  'materials',
  'terms',
  'policies',
  'clippings',
  'orgs',
] as const;
export type Section = (typeof sections)[number];

/** 栏目类别 of the page tags. */
const columnTypes: Record<Section, string> = {
  activities: '工作动态',
  notices: '通知公告',
  events: '通知公告',
  series: '工作动态',
  projects: '工作动态',
  meetings: '工作动态',
  agreements: '工作动态',
  needs: '互动交流',
  resources: '办事服务',
  cases: '工作动态',
  concerns: '互动交流',
  deliberations: '互动交流',
  services: '办事服务',
  menus: '办事服务',
  posts: '办事服务',
  documents: '政策文件',
  monthly: '学习资料',
  paths: '学习资料',
  quizzes: '学习资料',
  materials: '学习资料',
  terms: '学习资料',
  policies: '政策文件',
  clippings: '工作动态',
  orgs: '机构信息',
};

/** Sections whose newest entries readers may want sent to them. */
export const feedSections = [
  'activities',
  'notices',
  'events',
  'meetings',
  'concerns',
  'posts',
  'documents',
  'policies',
  'materials',
  'monthly',
] as const satisfies readonly Section[];
export type FeedSection = (typeof feedSections)[number];

export const hasFeed = (section: Section): section is FeedSection =>
  (feedSections as readonly Section[]).includes(section);

export interface SectionWords {
  section: Section;
  label: string;
  description: string;
  counter: string;
  type: string;
  address: string;
}

export function wordsOf(section: Section): SectionWords {
  const { label, description, counter } = collections[section];
  return { section, label, description, counter, type: columnTypes[section], address: `/${section}/` };
}
