import { atBase } from '../site/address.ts';
import { choiceLabel } from './labels.ts';
import { allOf, noticesInForce, siteSettings, topicsInUse } from './queries.ts';
import type { Article, Topic } from './queries.ts';

export interface Home {
  site: Article<'site'>;
  /** In force and marked important. */
  urgent: Article<'notices'>[];
  notices: Article<'notices'>[];
  /** The newest activity, shown large. */
  lead: Article<'activities'> | undefined;
  activities: Article<'activities'>[];
  materials: Article<'materials'>[];
  policies: Article<'policies'>[];
  orgs: { label: string; address: string; type: string }[];
  /** Units one can telephone for a service. */
  services: Article<'orgs'>[];
  topics: Topic[];
}

/** What the first page shows on a day. Parts without content are empty, and the page leaves them out. */
export async function homePage(day: string): Promise<Home> {
  const [site, notices, activities, materials, policies, orgs, topics] = await Promise.all([
    siteSettings(),
    allOf('notices'),
    allOf('activities'),
    allOf('materials'),
    allOf('policies'),
    allOf('orgs'),
    topicsInUse(),
  ]);
  const inForce = noticesInForce(notices, day);
  const [lead, ...others] = activities;
  return {
    site,
    urgent: inForce.filter(({ data }) => data.important).slice(0, 3),
    notices: inForce.filter(({ data }) => !data.important).slice(0, 4),
    lead,
    activities: others.slice(0, 4),
    materials: materials.slice(0, 6),
    policies: policies.filter(({ data }) => data.validity === 'current').slice(0, 5),
    orgs: orgs.slice(0, 12).map(({ data, address }) => ({
      label: data.shortName,
      address: atBase(address),
      type: choiceLabel('orgs', 'type', data.type),
    })),
    services: orgs.filter(({ data }) => data.type === 'service' && data.phone !== undefined).slice(0, 4),
    topics,
  };
}
