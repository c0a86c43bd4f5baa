import { chineseDay } from '../../site/dates.ts';
import type { Article } from '../entries/article.ts';
import { labelOf } from '../entries/labels.ts';

/** The source of a printed page, from the fields that have a value. `url` is the absolute address of the page. */
export function printedSource(
  site: Article<'site'>['data'],
  url: string | undefined,
  today: string,
): string[] {
  const { organiser, coOrganiser, address, phone, phoneHours, email, identifier } = site;
  return [
    organiser && `主办：${organiser}`,
    coOrganiser && `承办：${coOrganiser}`,
    address && `${labelOf('site', 'address')}：${address}`,
    phone && `${labelOf('site', 'phone')}：${phone}${phoneHours ? `（${phoneHours}）` : ''}`,
    email && `${labelOf('site', 'email')}：${email}`,
    identifier && `网站标识码：${identifier}`,
    site.icp,
    site.publicSecurity,
    url && `网址：${url}`,
    `天数和数字算到${chineseDay(today)}`,
  ].filter((part) => part !== undefined);
}
