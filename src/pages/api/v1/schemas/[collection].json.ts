import type { APIRoute } from 'astro';
import { collectionNames } from '../../../../model/collections.ts';
import type { CollectionName } from '../../../../model/collections.ts';
import { jsonSchemas } from '../../../../model/json-schema.ts';

export const getStaticPaths = () => collectionNames.map((collection) => ({ params: { collection } }));

export const GET: APIRoute<Record<string, unknown>, { collection: CollectionName }> = ({ params }) =>
  new Response(JSON.stringify(jsonSchemas()[params.collection], null, 2));
