import type { APIRoute } from 'astro';
import { apiFile, json } from '../../../library/api/api.ts';
import { collectionPaths } from '../../../library/entries/static-paths.ts';
import type { CollectionName } from '../../../model/collections.ts';

export const getStaticPaths = collectionPaths;

export const GET: APIRoute<{ collection: CollectionName }> = async ({ site, props }) =>
  json(await apiFile(props.collection, site));
