import { defineCollection } from 'astro:content';
import { contentLoader } from './library/loader.ts';

export const collections = {
  activities: defineCollection({ loader: contentLoader('activities') }),
  notices: defineCollection({ loader: contentLoader('notices') }),
  materials: defineCollection({ loader: contentLoader('materials') }),
  policies: defineCollection({ loader: contentLoader('policies') }),
  orgs: defineCollection({ loader: contentLoader('orgs') }),
  site: defineCollection({ loader: contentLoader('site') }),
};
