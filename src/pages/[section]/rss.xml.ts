import type { APIRoute } from 'astro';
import { feedOf, feedSections } from '../../library/feed.ts';
import type { FeedSection } from '../../library/feed.ts';

export const getStaticPaths = () =>
  feedSections.map((section) => ({ params: { section }, props: { section } }));

export const GET: APIRoute<{ section: FeedSection }> = ({ site, props }) =>
  feedOf(`/${props.section}/rss.xml`, site, props.section);
