import type { APIRoute } from 'astro';
import { apiIndex, json } from '../../../library/api/api.ts';

export const GET: APIRoute = async ({ site }) => json(await apiIndex(site));
