import type { APIRoute } from 'astro';
import { feedOf } from '../library/feed.ts';

export const GET: APIRoute = ({ site }) => feedOf('/rss.xml', site);
