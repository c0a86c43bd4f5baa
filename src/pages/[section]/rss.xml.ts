import type { APIRoute } from 'astro';
import { rssOf } from '../../library/feed.ts';
import type { FeedSection } from '../../library/labels.ts';
import { feedPaths } from '../../library/static-paths.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute<{ section: FeedSection }> = ({ site, props }) =>
  rssOf(`/${props.section}/rss.xml`, site, props.section);
