import type { APIRoute } from 'astro';
import { apiSchema, json } from '../../../../library/api/api.ts';
import { collectionPaths } from '../../../../library/entries/static-paths.ts';
import type { CollectionName } from '../../../../model/collections.ts';

export const getStaticPaths = collectionPaths;

export const GET: APIRoute<{ collection: CollectionName }> = ({ site, props }) =>
  json(apiSchema(props.collection, site), 'application/schema+json');
