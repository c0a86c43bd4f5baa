import type { APIRoute } from 'astro';
import { calendarResponse, eventsOfOrg } from '../../../library/lists/event-lists.ts';
import type { Article } from '../../../library/entries/article.ts';
import { staticPathsOf } from '../../../library/entries/static-paths.ts';

export const getStaticPaths = () => staticPathsOf('orgs');

export const GET: APIRoute<{ article: Article<'orgs'> }> = async (context) => {
  const { slug, data } = context.props.article;
  return calendarResponse(context, await eventsOfOrg(slug), data.title);
};
