import type { APIRoute, GetStaticPaths } from 'astro';
import { sharePicturesOfBuild } from '../../library/sharing/share-pictures.ts';
import type { SharePicture } from '../../library/sharing/share-pictures.ts';

const site = import.meta.env.SITE ? new URL(import.meta.env.SITE) : undefined;

export const getStaticPaths: GetStaticPaths = async () =>
  (await sharePicturesOfBuild(site)).map((shared) => ({ params: { name: shared.name }, props: { shared } }));

export const GET: APIRoute<{ shared: SharePicture }> = async ({ props }) =>
  new Response(await props.shared.draw());
