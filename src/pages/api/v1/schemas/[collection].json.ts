import type { APIRoute } from 'astro';
import { apiSchema, json } from '../../../../library/api.ts';
import { collectionNames } from '../../../../model/collections.ts';
import type { CollectionName } from '../../../../model/collections.ts';

interface Props {
  collection: CollectionName;
}

export const getStaticPaths = () =>
  collectionNames.map((collection) => ({
    params: { collection },
    props: { collection } satisfies Props,
  }));

export const GET: APIRoute<Props> = ({ site, props }) =>
  json(apiSchema(props.collection, site), 'application/schema+json');
