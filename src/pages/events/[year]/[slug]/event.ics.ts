import type { APIRoute } from 'astro';
import { calendarResponse } from '../../../../library/agenda.ts';
import { allOf } from '../../../../library/queries.ts';
import type { Article } from '../../../../library/article.ts';
import { yearOf } from '../../../../model/addresses.ts';

interface Props {
  article: Article<'events'>;
}

export const getStaticPaths = async () =>
  (await allOf('events')).map((article) => ({
    params: { year: yearOf(article.data.start), slug: article.slug },
    props: { article } satisfies Props,
  }));

export const GET: APIRoute<Props> = (context) =>
  calendarResponse(context, [context.props.article], context.props.article.data.title);
