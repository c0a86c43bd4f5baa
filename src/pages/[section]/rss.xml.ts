import type { APIRoute } from 'astro';
import { feedResponse } from '../../library/feed.ts';
import type { Section } from '../../library/labels.ts';
import { feedPaths } from '../../library/static-paths.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute<{ section: Section }> = ({ site, props }) =>
  feedResponse('rss', site, props.section);
