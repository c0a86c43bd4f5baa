import { chineseDay } from '../../site/dates.ts';
import type { Article } from '../entries/article.ts';
import type { Line } from '../lines/entry-lines.ts';
import { allOf, named } from '../entries/queries.ts';

/** A clipping in a list: unit, day of publication, and day of the copy. */
export async function clippingLine({ data, address }: Article<'clippings'>): Promise<Line> {
  const [org] = await named('orgs', [data.org]);
  return {
    title: data.title,
    address,
    about: [org?.data.shortName, chineseDay(data.published), `${chineseDay(data.taken)}取来`],
    sample: data.sample,
  };
}

/** Clippings from a unit's own site, for the unit's page. */
export const clippingsOfOrg = async (org: string): Promise<Line[]> =>
  Promise.all((await allOf('clippings')).filter(({ data }) => data.org === org).map(clippingLine));
