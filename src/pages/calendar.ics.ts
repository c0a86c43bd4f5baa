import type { APIRoute } from 'astro';
import { calendarResponse } from '../library/agenda.ts';
import { allOf } from '../library/queries.ts';

export const GET: APIRoute = async (context) => calendarResponse(context, await allOf('events'));
