import { withBase } from '../../site/base-path.ts';
import { chineseMonthDay } from '../../site/dates.ts';
import { quarters } from './concern-lists.ts';
import { laterSentence, statisticsSentence } from '../lines/concern-sentences.ts';
import { promisesOn } from './home-promises.ts';
import type { PromisesOnHome } from './home-promises.ts';
import { choiceLabel } from '../entries/labels.ts';
import { statisticsOf } from '../ledgers/concerns/concern-statistics.ts';
import { isCancelled, upcoming } from '../ledgers/life/event-days.ts';
import { menusOn } from '../ledgers/life/menu-days.ts';
import { currentNotices } from '../entries/notices-in-force.ts';
import { allOf, siteSettings, topicsInUse } from '../entries/queries.ts';
import type { Article } from '../entries/article.ts';
import type { Topic } from '../entries/queries.ts';

export interface Home {
  site: Article<'site'>;
  /** In force and marked important. */
  urgent: Article<'notices'>[];
  notices: Article<'notices'>[];
  /** This week's menus, one for each canteen. */
  menus: Article<'menus'>[];
  /** The next few, then cancelled ones, so nobody comes in vain. */
  events: Article<'events'>[];
  channel: Article<'channel'> | undefined;
  /** How the concerns of the last full quarter were answered. */
  quarter: { label: string; sentence: string; address: string } | undefined;
  promises: PromisesOnHome;
  /** The newest activity, shown large. */
  lead: Article<'activities'> | undefined;
  activities: Article<'activities'>[];
  materials: Article<'materials'>[];
  cases: Article<'cases'>[];
  policies: Article<'policies'>[];
  orgs: { label: string; address: string; type: string }[];
  /** Service units with a telephone number. */
  services: Article<'orgs'>[];
  topics: Topic[];
}

/** What the home page shows on a day. The page leaves out empty parts. */
export async function homePage(day: string): Promise<Home> {
  const [
    site,
    notices,
    menus,
    events,
    channels,
    promises,
    activities,
    materials,
    cases,
    policies,
    orgs,
    topics,
  ] = await Promise.all([
    siteSettings(),
    allOf('notices'),
    allOf('menus'),
    allOf('events'),
    allOf('channel'),
    promisesOn(day),
    allOf('activities'),
    allOf('materials'),
    allOf('cases'),
    allOf('policies'),
    allOf('orgs'),
    topicsInUse(),
  ]);
  const ahead = upcoming(events, day);
  const inForce = currentNotices(notices, day);
  const [lead, ...others] = activities;
  return {
    site,
    urgent: inForce.filter(({ data }) => data.important).slice(0, 3),
    notices: inForce.filter(({ data }) => !data.important).slice(0, 4),
    menus: menusOn(menus, day).slice(0, 2),
    events: [
      ...ahead.filter((event) => !isCancelled(event)).slice(0, 3),
      ...ahead.filter(isCancelled).slice(0, 2),
    ],
    channel: channels[0],
    quarter: await lastQuarter(day),
    promises,
    lead,
    activities: others.slice(0, 3),
    materials: materials.slice(0, 4),
    cases: cases.slice(0, 4),
    policies: policies.filter(({ data }) => data.validity === 'current').slice(0, 4),
    orgs: orgs.slice(0, 12).map(({ data, address }) => ({
      label: data.shortName,
      address: withBase(address),
      type: choiceLabel('orgs', 'type', data.type),
    })),
    services: orgs.filter(({ data }) => data.type === 'service' && data.phone !== undefined).slice(0, 4),
    topics,
  };
}

/** The last full quarter. The current one would look worse than it is, because much of it is not due yet. */
async function lastQuarter(day: string): Promise<Home['quarter']> {
  const whole = (await quarters()).find(({ until }) => until < day);
  if (!whole) return undefined;
  const { label, address, from, until } = whole;
  const concerns = await allOf('concerns');
  const then = statisticsOf(concerns, from, until);
  const later = laterSentence(then, statisticsOf(concerns, from, until, day), day);
  return {
    label: `${label}（算到 ${chineseMonthDay(until)}）`,
    address,
    sentence: statisticsSentence(then) + (later ?? ''),
  };
}
