// Written by scripts/collections.mjs from src/model/collections/. Add, rename or remove a file there; do not edit this one.
import { activities } from './collections/activities.ts';
import { agreements } from './collections/agreements.ts';
import { cases } from './collections/cases.ts';
import { channel } from './collections/channel.ts';
import { clippings } from './collections/clippings.ts';
import { concerns } from './collections/concerns.ts';
import { deliberations } from './collections/deliberations.ts';
import { documents } from './collections/documents.ts';
import { events } from './collections/events.ts';
import { materials } from './collections/materials.ts';
import { meetings } from './collections/meetings.ts';
import { menus } from './collections/menus.ts';
import { monthly } from './collections/monthly.ts';
import { needs } from './collections/needs.ts';
import { notices } from './collections/notices.ts';
import { orgs } from './collections/orgs.ts';
import { paths } from './collections/paths.ts';
import { policies } from './collections/policies.ts';
import { posts } from './collections/posts.ts';
import { projects } from './collections/projects.ts';
import { quizzes } from './collections/quizzes.ts';
import { resources } from './collections/resources.ts';
import { series } from './collections/series.ts';
import { services } from './collections/services.ts';
import { site } from './collections/site.ts';
import { terms } from './collections/terms.ts';
import type { Collections } from './collection-types.ts';

declare module './collection-types.ts' {
  interface Collections {
    activities: typeof activities;
    agreements: typeof agreements;
    cases: typeof cases;
    channel: typeof channel;
    clippings: typeof clippings;
    concerns: typeof concerns;
    deliberations: typeof deliberations;
    documents: typeof documents;
    events: typeof events;
    materials: typeof materials;
    meetings: typeof meetings;
    menus: typeof menus;
    monthly: typeof monthly;
    needs: typeof needs;
    notices: typeof notices;
    orgs: typeof orgs;
    paths: typeof paths;
    policies: typeof policies;
    posts: typeof posts;
    projects: typeof projects;
    quizzes: typeof quizzes;
    resources: typeof resources;
    series: typeof series;
    services: typeof services;
    site: typeof site;
    terms: typeof terms;
  }
}

/** By name. The `order` in each description gives its place in lists. */
export const described: Collections = {
  activities,
  agreements,
  cases,
  channel,
  clippings,
  concerns,
  deliberations,
  documents,
  events,
  materials,
  meetings,
  menus,
  monthly,
  needs,
  notices,
  orgs,
  paths,
  policies,
  posts,
  projects,
  quizzes,
  resources,
  series,
  services,
  site,
  terms,
};
