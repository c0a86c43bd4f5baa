import type { APIRoute } from 'astro';
import { calendarResponse, eventsOfOrg } from '../../../library/agenda.ts';
import { allOf } from '../../../library/queries.ts';

interface Props {
  slug: string;
  name: string;
}

export const getStaticPaths = async () =>
  (await allOf('orgs')).map(({ slug, data }) => ({
    params: { slug },
    props: { slug, name: data.title } satisfies Props,
  }));

export const GET: APIRoute<Props> = async (context) =>
  calendarResponse(context, await eventsOfOrg(context.props.slug), context.props.name);
