import type { APIRoute } from 'astro';
import { rssOf } from '../library/feed.ts';

export const GET: APIRoute = ({ site }) => rssOf('/rss.xml', site);
