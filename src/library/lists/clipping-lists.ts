import { chineseDay } from '../../site/dates.ts';
import type { Article } from '../entries/article.ts';
import type { Line } from '../lines/entry-lines.ts';
import { allOf, named } from '../entries/queries.ts';

/** A clipping in a list: whose it is, of which day, and when it was taken. */
export async function clippingLine({ data, address }: Article<'clippings'>): Promise<Line> {
  const [org] = await named('orgs', [data.org]);
  return {
    title: data.title,
    address,
    about: [org?.data.shortName, chineseDay(data.published), `${chineseDay(data.taken)}取来`],
    sample: data.sample,
  };
}

/** What a unit said on its own site, for the unit's page. */
export const clippingsOfOrg = async (org: string): Promise<Line[]> =>
  Promise.all((await allOf('clippings')).filter(({ data }) => data.org === org).map(clippingLine));
