import type { APIRoute } from 'astro';
import { calendarResponse, eventsOfSeries } from '../../../library/lists/event-lists.ts';
import type { Article } from '../../../library/entries/article.ts';
import { staticPathsOf } from '../../../library/entries/static-paths.ts';

export const getStaticPaths = () => staticPathsOf('series');

export const GET: APIRoute<{ article: Article<'series'> }> = async (context) => {
  const { slug, data } = context.props.article;
  return calendarResponse(context, await eventsOfSeries(slug), data.title);
};
