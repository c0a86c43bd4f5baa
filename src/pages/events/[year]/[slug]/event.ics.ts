import type { APIRoute } from 'astro';
import { calendarResponse } from '../../../../library/agenda.ts';
import type { Article } from '../../../../library/article.ts';
import { staticPathsOf } from '../../../../library/static-paths.ts';

interface Props {
  article: Article<'events'>;
}

export const getStaticPaths = () => staticPathsOf('events');

export const GET: APIRoute<Props> = (context) =>
  calendarResponse(context, [context.props.article], context.props.article.data.title);
