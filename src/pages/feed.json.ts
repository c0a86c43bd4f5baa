import type { APIRoute } from 'astro';
import { jsonFeedOf } from '../library/feed.ts';

export const GET: APIRoute = ({ site }) => jsonFeedOf('/feed.json', site);
