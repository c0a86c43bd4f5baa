import type { APIRoute } from 'astro';
import { feedResponse } from '../../library/feeds/section-feed.ts';
import type { Section } from '../../library/entries/labels.ts';
import { feedPaths } from '../../library/entries/static-paths.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute<{ section: Section }> = ({ site, props }) =>
  feedResponse('atom', site, props.section);
