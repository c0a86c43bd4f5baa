import type { APIRoute } from 'astro';
import { feedResponse } from '../../library/feed.ts';
import { feedSections } from '../../library/labels.ts';
import type { Section } from '../../library/labels.ts';

export const getStaticPaths = () =>
  feedSections.map((section) => ({ params: { section }, props: { section } }));

export const GET: APIRoute<{ section: Section }> = ({ site, props }) =>
  feedResponse('json', site, props.section);
