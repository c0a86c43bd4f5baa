import type { APIRoute } from 'astro';
import { apiSchema, json } from '../../../../library/api.ts';
import { collectionPaths } from '../../../../library/static-paths.ts';
import type { CollectionName } from '../../../../model/collections.ts';

export const getStaticPaths = collectionPaths;

export const GET: APIRoute<{ collection: CollectionName }> = ({ site, props }) =>
  json(apiSchema(props.collection, site), 'application/schema+json');
