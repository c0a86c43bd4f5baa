import type { APIRoute } from 'astro';
import { rssOf } from '../../library/feed.ts';
import { feedSections } from '../../library/labels.ts';
import type { FeedSection } from '../../library/labels.ts';

export const getStaticPaths = () =>
  feedSections.map((section) => ({ params: { section }, props: { section } }));

export const GET: APIRoute<{ section: FeedSection }> = ({ site, props }) =>
  rssOf(`/${props.section}/rss.xml`, site, props.section);
