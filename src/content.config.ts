import { defineCollection } from 'astro:content';
import { contentLoader } from './library/content/loader.ts';
import { collectionNames } from './model/collections.ts';
import type { CollectionName } from './model/collections.ts';

export const collections = Object.fromEntries(
  collectionNames.map((name) => [name, defineCollection({ loader: contentLoader(name) })]),
) as Record<CollectionName, ReturnType<typeof defineCollection>>;
