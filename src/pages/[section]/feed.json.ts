import type { APIRoute } from 'astro';
import { jsonFeedOf } from '../../library/feed.ts';
import type { FeedSection } from '../../library/labels.ts';
import { feedPaths } from '../../library/static-paths.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute<{ section: FeedSection }> = ({ site, props }) =>
  jsonFeedOf(`/${props.section}/feed.json`, site, props.section);
