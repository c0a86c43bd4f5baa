import { today } from '../../site/dates.ts';
import { caseGroups } from '../lists/case-lists.ts';
import { concernLists } from '../lists/concern-lists.ts';
import { byYear, groupByChoice } from '../entries/grouping.ts';
import { wordsOf } from '../entries/labels.ts';
import { decisionsOf } from '../ledgers/joint/decision-states.ts';
import { projectLists, projectRules } from '../lists/project-lists.ts';
import { allOf } from '../entries/queries.ts';
import { yearLink } from '../entries/year-link.ts';

/** What the current list is limited to: a year, or a kind, state or result. */
export interface ListScope {
  year?: string | undefined;
  part?: string | undefined;
}

export interface CountedLink {
  label: string;
  address: string;
  count: number;
  current: boolean;
}

const asides = {
  async concerns({ year }: ListScope) {
    const [channel] = await allOf('channel');
    return { channel, years: byYear(await allOf('concerns')), year };
  },
  async events({ year: current }: ListScope) {
    const years = byYear(await allOf('events')).map(({ year, articles }): CountedLink => ({
      ...yearLink('events', year),
      count: articles.length,
      current: year === current,
    }));
    return { years };
  },
  async materials({ part }: ListScope) {
    const all = await allOf('materials');
    const whole = { label: '全部', address: wordsOf('materials').address, count: all.length };
    return { kinds: [{ ...whole, current: part === undefined }, ...kindsOf('materials', all, part)] };
  },
  async meetings({ part, year }: ListScope) {
    const all = await allOf('meetings');
    return {
      decisions: decisionsOf(all).length,
      kinds: kindsOf('meetings', all, part),
      years: byYear(all),
      year,
    };
  },
};

const filters = {
  async cases({ part }: ListScope) {
    const { length } = await allOf('cases');
    const whole = { label: '全部', address: '/cases/', count: length, current: part === undefined };
    const byResult = (await caseGroups()).map(({ value, label, cases }): CountedLink => ({
      label,
      address: `/cases/result/${value}/`,
      count: cases.length,
      current: value === part,
    }));
    // With one result there is nothing to choose.
    return { links: byResult.length > 1 ? [whole, ...byResult] : [] };
  },
  async concerns({ part }: ListScope) {
    const links = (await concernLists(today())).map(({ key, label, address, concerns }): CountedLink => ({
      label,
      address,
      count: concerns.length,
      current: key === part,
    }));
    return { links };
  },
  async projects({ part }: ListScope) {
    const tallies = (await projectLists(today())).map(({ key, label, address, projects }) => ({
      label,
      address,
      value: projects.length,
      current: key === part,
    }));
    return { tallies, rules: projectRules };
  },
};

type Results<Q extends Record<string, (scope: ListScope) => unknown>> = {
  [S in keyof Q]: Awaited<ReturnType<Q[S]>>;
};

/** The props of a section's aside, and of the filters above its list. */
export type Asides = Results<typeof asides>;
export type Filters = Results<typeof filters>;

/** The links next to a section's list: years, kinds and others. */
export const asideOf = <S extends keyof Asides>(section: S, scope: ListScope = {}): Promise<Asides[S]> =>
  asides[section](scope) as Promise<Asides[S]>;

/** The filters above a section's list. */
export const filtersOf = <S extends keyof Filters>(section: S, scope: ListScope = {}): Promise<Filters[S]> =>
  filters[section](scope) as Promise<Filters[S]>;

function kindsOf<N extends 'materials' | 'meetings'>(
  section: N,
  articles: Parameters<typeof groupByChoice<N>>[2],
  current: string | undefined,
): CountedLink[] {
  return groupByChoice(section, 'kind', articles).map(({ value, label, articles: list }) => ({
    label,
    address: `/${section}/kind/${value}/`,
    count: list.length,
    current: value === current,
  }));
}
