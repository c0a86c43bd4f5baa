import type { APIRoute } from 'astro';
import { feedResponse } from '../library/feeds/section-feed.ts';

export const GET: APIRoute = ({ site }) => feedResponse('rss', site);
