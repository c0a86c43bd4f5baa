import type { APIRoute } from 'astro';
import { calendarResponse } from '../../../../library/lists/event-lists.ts';
import type { Article } from '../../../../library/entries/article.ts';
import { staticPathsOf } from '../../../../library/entries/static-paths.ts';

interface Props {
  article: Article<'events'>;
}

export const getStaticPaths = () => staticPathsOf('events');

export const GET: APIRoute<Props> = (context) =>
  calendarResponse(context, [context.props.article], context.props.article.data.title);
