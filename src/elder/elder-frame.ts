import { inElderView } from './elder-links.ts';
import type { ElderSiteMap } from './elder-links.ts';
import { escapeHtml } from '../html/escape-html.ts';

/** The tools above every page: links to the start page, to all sections and to the normal view, and the text size. */
export function elderTools(page: string, { base }: ElderSiteMap): string {
  const links = [
    ...(page === '/' ? [] : [link(inElderView(base, '/'), '回首页')]),
    link('#elder-sections', '全部栏目'),
    // The 404 page has no counterpart in the normal view.
    link(page === '/404/' ? base : base + page.slice(1), '返回普通版'),
  ];
  const steps = ['大', '更大', '最大'].map(
    (label, index) =>
      `<label class="text-size__step"><input class="text-size__choice" type="radio" name="text-size" value="${String(index + 1)}"${index === 0 ? ' checked' : ''}><span>${label}</span></label>`,
  );
  return (
    `<div class="elder-tools frame no-print"><nav aria-label="长辈版"><ul class="elder-tools__ways">${links.join('')}</ul></nav>` +
    `<fieldset class="text-size"><legend class="text-size__title">字号</legend><div class="text-size__steps">${steps.join('')}</div></fieldset></div>`
  );
}

const link = (href: string, label: string): string =>
  `<li><a class="elder-tools__link" href="${escapeHtml(href)}">${label}</a></li>`;

/** Five things that elderly readers often need, each with the pages that offer it, the best one first. */
const commonNeeds: readonly { label: string; pages: readonly string[] }[] = [
  { label: '今日食堂', pages: ['/menus/', '/notices/'] },
  { label: '便民电话', pages: ['/services/', '/orgs/'] },
  { label: '近期活动', pages: ['/events/', '/activities/'] },
  { label: '我要反映', pages: ['/channel/', '/about/'] },
  { label: '听一听', pages: ['/listen/'] },
];

/** The large buttons of the start page. Needs for which the site has no page get no button. */
export function elderButtons({ base, pages }: ElderSiteMap): string {
  const buttons = commonNeeds.flatMap(({ label, pages: candidates }) => {
    const answer = candidates.find((address) => pages.has(address));
    return answer === undefined
      ? []
      : [`<li><a class="elder-button" href="${escapeHtml(inElderView(base, answer))}">${label}</a></li>`];
  });
  return `<nav class="elder-buttons no-print" aria-label="常用"><ul class="elder-buttons__list">${buttons.join('')}</ul></nav>`;
}
