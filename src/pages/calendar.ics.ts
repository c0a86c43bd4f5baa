import type { APIRoute } from 'astro';
import { calendarResponse } from '../library/lists/event-lists.ts';
import { allOf } from '../library/entries/queries.ts';

export const GET: APIRoute = async (context) => calendarResponse(context, await allOf('events'));
