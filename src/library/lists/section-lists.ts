import { collectionOf } from '../../model/collections.ts';
import { today } from '../../site/dates.ts';
import { paginate, perPage } from '../../site/pagination.ts';
import type { ListPage } from '../../site/pagination.ts';
import { agendaOf } from './event-lists.ts';
import type { Article } from '../entries/article.ts';
import { caseGroups } from './case-lists.ts';
import { concernLists } from './concern-lists.ts';
import { byYear, groupByChoice } from '../entries/grouping.ts';
import { sections } from '../entries/labels.ts';
import type { Section } from '../entries/labels.ts';
import { byNumber } from '../ledgers/concerns/concern-states.ts';
import { postsByState } from '../ledgers/life/post-states.ts';
import { inOrderOfUrgency } from '../ledgers/joint/project-progress.ts';
import { projectLists } from './project-lists.ts';
import { allOf } from '../entries/queries.ts';

/** Entries of one choice or state, with their own pages: `/materials/kind/law/`. */
interface EntryGroup<N extends Section> {
  /** Last part of the address. */
  value: string;
  label: string;
  articles: readonly Article<N>[];
}

/** How the list of a section is paginated. */
interface ListOptions<N extends Section> {
  /** The section has its own `index.astro`, with all entries on one page. */
  ownIndex?: true;
  /** The order of the list, if it differs from that of the collection. */
  order?: (all: readonly Article<N>[], today: string) => Article<N>[];
  /** The entries to paginate, if the first page shows the others above them. */
  paged?: (all: readonly Article<N>[], today: string) => Article<N>[];
  perPage?: number;
  /** The list comes before the aside in the source. */
  listFirst?: true;
  parts?: { by: string; groups: (today: string) => Promise<EntryGroup<N>[]> };
}

/** Other sections have pages of 12 entries, and pages by year if their addresses have years. */
const options: { [N in Section]?: ListOptions<N> } = {
  events: { paged: (all, day) => agendaOf(all, day).past, listFirst: true },
  projects: {
    order: inOrderOfUrgency,
    perPage: perPage.plain,
    parts: {
      by: 'state',
      groups: async (day) =>
        (await projectLists(day)).flatMap(({ key, label, projects }) =>
          key === undefined ? [] : [{ value: key, label, articles: projects }],
        ),
    },
  },
  meetings: {
    parts: { by: 'kind', groups: async () => groupByChoice('meetings', 'kind', await allOf('meetings')) },
  },
  cases: {
    parts: {
      by: 'result',
      groups: async () => (await caseGroups()).map(({ cases, ...group }) => ({ ...group, articles: cases })),
    },
  },
  concerns: {
    order: byNumber,
    perPage: perPage.plain,
    parts: {
      by: 'state',
      groups: async (day) =>
        (await concernLists(day)).flatMap(({ key, label, concerns }) =>
          key === undefined ? [] : [{ value: key, label, articles: concerns }],
        ),
    },
  },
  posts: { paged: (all, day) => postsByState(all, day).archive },
  materials: {
    perPage: perPage.plain,
    parts: { by: 'kind', groups: async () => groupByChoice('materials', 'kind', await allOf('materials')) },
  },
  agreements: { perPage: perPage.whole },
  monthly: { perPage: perPage.whole },
  paths: { perPage: perPage.whole },
  quizzes: { perPage: perPage.whole },
  clippings: { perPage: perPage.whole },
  series: { ownIndex: true },
  needs: { ownIndex: true },
  resources: { ownIndex: true },
  deliberations: { ownIndex: true },
  services: { ownIndex: true },
  menus: { ownIndex: true },
  documents: { ownIndex: true },
  terms: { ownIndex: true },
  policies: { ownIndex: true },
  orgs: { ownIndex: true },
};

const optionsOf = <N extends Section>(section: N): ListOptions<N> => options[section] ?? {};

/** A page of a section's list. `section` discriminates the type of the entries. */
export type SectionPage = {
  [N in Section]: { section: N; page: ListPage<Article<N>>; listFirst: boolean };
}[Section];

/** A page of a list by kind, state or result. */
export type PartPage = SectionPage & { by: string; value: string; part: { label: string; address: string } };

export type SectionYear = { [N in Section]: { section: N; year: string; articles: Article<N>[] } }[Section];

/** The pages of every list without its own `index.astro`. */
export async function sectionPages(): Promise<SectionPage[]> {
  const listed = sections.filter((section) => !optionsOf(section).ownIndex);
  return (await Promise.all(listed.map(pagesOfSection))).flat();
}

async function pagesOfSection<N extends Section>(section: N): Promise<SectionPage[]> {
  const { order, paged, perPage: size = perPage.pictured, listFirst = false } = optionsOf(section);
  const all = await allOf(section);
  const ordered = order?.(all, today()) ?? all;
  return paginate(paged?.(ordered, today()) ?? ordered, size).map((page) => {
    const first = page.number === 1;
    // The first page also counts what it shows above the list.
    const counted = first ? { ...page, total: all.length } : page;
    return { section, page: counted, listFirst: listFirst && first } as SectionPage;
  });
}

/** The pages of all lists by kind, state or result. */
export async function partPages(): Promise<PartPage[]> {
  return (await Promise.all(sections.map(partPagesOf))).flat();
}

async function partPagesOf<N extends Section>(section: N): Promise<PartPage[]> {
  const { parts, perPage: size = perPage.pictured } = optionsOf(section);
  if (!parts) return [];
  return (await parts.groups(today())).flatMap(({ value, label, articles }) => {
    const part = { label, address: `/${section}/${parts.by}/${value}/` };
    return paginate(articles, size).map(
      (page) => ({ section, page, listFirst: false, by: parts.by, value, part }) as PartPage,
    );
  });
}

/** The years of every section whose addresses have years. */
export async function sectionYears(): Promise<SectionYear[]> {
  return (await Promise.all(sections.map(yearsOf))).flat();
}

/** The years of a section, newest first; none if its addresses have no years. */
export async function yearsOf<N extends Section>(section: N): Promise<SectionYear[]> {
  if (!collectionOf(section).byYear) return [];
  const all = await allOf(section);
  const ordered = optionsOf(section).order?.(all, today()) ?? all;
  return byYear(ordered).map((year) => ({ section, ...year }) as SectionYear);
}
