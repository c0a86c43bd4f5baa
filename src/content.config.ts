import { defineCollection } from 'astro:content';
import { contentLoader } from './library/loader.ts';

export const collections = {
  activities: defineCollection({ loader: contentLoader('activities') }),
  notices: defineCollection({ loader: contentLoader('notices') }),
  series: defineCollection({ loader: contentLoader('series') }),
  events: defineCollection({ loader: contentLoader('events') }),
  agreements: defineCollection({ loader: contentLoader('agreements') }),
  resources: defineCollection({ loader: contentLoader('resources') }),
  needs: defineCollection({ loader: contentLoader('needs') }),
  projects: defineCollection({ loader: contentLoader('projects') }),
  meetings: defineCollection({ loader: contentLoader('meetings') }),
  cases: defineCollection({ loader: contentLoader('cases') }),
  channel: defineCollection({ loader: contentLoader('channel') }),
  concerns: defineCollection({ loader: contentLoader('concerns') }),
  deliberations: defineCollection({ loader: contentLoader('deliberations') }),
  services: defineCollection({ loader: contentLoader('services') }),
  menus: defineCollection({ loader: contentLoader('menus') }),
  posts: defineCollection({ loader: contentLoader('posts') }),
  documents: defineCollection({ loader: contentLoader('documents') }),
  materials: defineCollection({ loader: contentLoader('materials') }),
  policies: defineCollection({ loader: contentLoader('policies') }),
  clippings: defineCollection({ loader: contentLoader('clippings') }),
  orgs: defineCollection({ loader: contentLoader('orgs') }),
  site: defineCollection({ loader: contentLoader('site') }),
};
