import type { APIRoute } from 'astro';
import { servedFileBytes, servedFiles } from '../../library/content/served-files.ts';

export const getStaticPaths = async () => (await servedFiles()).map((path) => ({ params: { path } }));

export const GET: APIRoute = async ({ params }) => {
  const known = (await servedFiles()).find((path) => path === params['path']);
  if (known === undefined) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(await servedFileBytes(known)));
};
