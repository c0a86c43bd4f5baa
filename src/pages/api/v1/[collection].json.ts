import type { APIRoute } from 'astro';
import { apiFile, json } from '../../../library/api.ts';
import { collectionNames } from '../../../model/collections.ts';
import type { CollectionName } from '../../../model/collections.ts';

interface Props {
  collection: CollectionName;
}

export const getStaticPaths = () =>
  collectionNames.map((collection) => ({
    params: { collection },
    props: { collection } satisfies Props,
  }));

export const GET: APIRoute<Props> = async ({ site, props }) => json(await apiFile(props.collection, site));
