import type { APIRoute, GetStaticPaths } from 'astro';
import { sharedPictures } from '../../library/shared.ts';
import type { Shared } from '../../library/shared.ts';

const site = import.meta.env.SITE ? new URL(import.meta.env.SITE) : undefined;

export const getStaticPaths: GetStaticPaths = async () =>
  (await sharedPictures(site)).map((shared) => ({ params: { name: shared.name }, props: { shared } }));

export const GET: APIRoute<{ shared: Shared }> = async ({ props }) => new Response(await props.shared.draw());
