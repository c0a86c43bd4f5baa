import { today } from '../../site/dates.ts';
import { caseGroups } from '../lists/case-lists.ts';
import { concernLists } from '../lists/concern-lists.ts';
import { byYear, groupByChoice } from '../entries/grouping.ts';
import { wordsOf } from '../entries/labels.ts';
import { decisionsOf } from '../ledgers/joint/decision-states.ts';
import { projectLists, projectRules } from '../lists/project-lists.ts';
import { allOf } from '../entries/queries.ts';
import { yearLink } from '../entries/year-link.ts';

/** Where the reader is: the year, or the kind, state or result whose list this is. */
export interface Here {
  year?: string | undefined;
  part?: string | undefined;
}

export interface WayLink {
  label: string;
  address: string;
  count: number;
  current: boolean;
}

const asides = {
  async concerns({ year }: Here) {
    const [channel] = await allOf('channel');
    return { channel, years: byYear(await allOf('concerns')), year };
  },
  async events({ year: current }: Here) {
    const years = byYear(await allOf('events')).map(({ year, articles }): WayLink => ({
      ...yearLink('events', year),
      count: articles.length,
      current: year === current,
    }));
    return { years };
  },
  async materials({ part }: Here) {
    const all = await allOf('materials');
    const whole = { label: '全部', address: wordsOf('materials').address, count: all.length };
    return { kinds: [{ ...whole, current: part === undefined }, ...kindsOf('materials', all, part)] };
  },
  async meetings({ part, year }: Here) {
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
  async cases({ part }: Here) {
    const { length } = await allOf('cases');
    const whole = { label: '全部', address: '/cases/', count: length, current: part === undefined };
    const byResult = (await caseGroups()).map(({ value, label, cases }): WayLink => ({
      label,
      address: `/cases/result/${value}/`,
      count: cases.length,
      current: value === part,
    }));
    // Where all came to the same, there is nothing to choose.
    return { links: byResult.length > 1 ? [whole, ...byResult] : [] };
  },
  async concerns({ part }: Here) {
    const links = (await concernLists(today())).map(({ key, label, address, concerns }): WayLink => ({
      label,
      address,
      count: concerns.length,
      current: key === part,
    }));
    return { links };
  },
  async projects({ part }: Here) {
    const tallies = (await projectLists(today())).map(({ key, label, address, projects }) => ({
      label,
      address,
      value: projects.length,
      current: key === part,
    }));
    return { tallies, rules: projectRules };
  },
};

type Answers<Q extends Record<string, (here: Here) => unknown>> = {
  [S in keyof Q]: Awaited<ReturnType<Q[S]>>;
};

/** What the aside of a section's lists shows, and what stands above them to narrow them. */
export type Asides = Answers<typeof asides>;
export type Filters = Answers<typeof filters>;

/** The ways into a section beside its list: years, kinds, what else there is. */
export const asideOf = <S extends keyof Asides>(section: S, here: Here = {}): Promise<Asides[S]> =>
  asides[section](here) as Promise<Asides[S]>;

/** The parts of a section's list, above it. */
export const filtersOf = <S extends keyof Filters>(section: S, here: Here = {}): Promise<Filters[S]> =>
  filters[section](here) as Promise<Filters[S]>;

function kindsOf<N extends 'materials' | 'meetings'>(
  section: N,
  articles: Parameters<typeof groupByChoice<N>>[2],
  current: string | undefined,
): WayLink[] {
  return groupByChoice(section, 'kind', articles).map(({ value, label, articles: list }) => ({
    label,
    address: `/${section}/kind/${value}/`,
    count: list.length,
    current: value === current,
  }));
}
