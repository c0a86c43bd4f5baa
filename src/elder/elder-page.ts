import { elderLink, inElderView } from './addresses.ts';
import type { Site } from './addresses.ts';
import { withEdits } from './edits.ts';
import type { Edit } from './edits.ts';
import { elderButtons, elderTools } from './frame.ts';
import { elementsOf, placeOf, settingAttribute, withoutAttribute } from './page-tree.ts';
import { attributeOf, hasClass } from '../html/tree.ts';
import type { Element } from '../html/tree.ts';
import { escaped } from '../site/escaped.ts';

export interface ElderSite extends Site {
  /** Addresses of the style sheet and of the script that remembers the size of text, base path included. */
  sheet: string;
  script: string;
}

/** Only pages with a link to the elder view have one: a chart's data or a frame for the desk is no page to read. */
export const hasElderView = (html: string): boolean => html.includes(' data-view-link');

/** The same page in the frame of the elder view. Canonical address and share tags stay those of the normal page. */
export function elderPage(html: string, page: string, site: ElderSite): string {
  const elements = elementsOf(html);
  const edits = elements.flatMap((element) => elementEdits(element, page, site));
  const one = (what: string, is: (element: Element) => boolean): Element => {
    const found = elements.find(is);
    if (!found) throw new Error(`The page ${page} has no ${what}, which its elder view needs.`);
    return found;
  };
  const nav = placeOf(one('main navigation', (each) => hasClass(each, 'site-nav')));
  const header = placeOf(one('header', (each) => hasClass(each, 'site-head')));
  const main = placeOf(one('main part', ({ tagName }) => tagName === 'main'));
  const heading = placeOf(one('first heading', ({ tagName }) => tagName === 'h1'));
  // The sections come after the text: on a phone they would push it off the first screen at this size.
  const sections = `<div id="elder-sections" class="elder-sections" tabindex="-1">${withEdits(html, edits, nav.start, nav.end)}</div>`;
  return withEdits(html, [
    ...edits.filter(({ start, end }) => start < nav.start || end > nav.end),
    { start: nav.start, end: nav.end, text: '' },
    insertion(header.innerEnd, elderTools(page, site)),
    insertion(main.end, sections),
    ...(page === '/' ? [insertion(heading.end, elderButtons(site))] : []),
  ]);
}

const insertion = (at: number, text: string): Edit => ({ start: at, end: at, text });

function elementEdits(element: Element, page: string, site: ElderSite): Edit[] {
  const edits = ['data-pagefind-body', 'data-search-name'].flatMap((name) => withoutAttribute(element, name));
  switch (element.tagName) {
    case 'html':
      edits.push(settingAttribute(element, 'data-view', 'elder'));
      // What the search island finds stays in this view too.
      edits.push(settingAttribute(element, 'data-view-base', inElderView(site.base, '/')));
      break;
    case 'head':
      edits.push(insertion(placeOf(element).innerEnd, headAdditions(site)));
      break;
    case 'title':
      if (element.namespaceURI.endsWith('xhtml'))
        edits.push(insertion(placeOf(element).innerEnd, '（长辈版）'));
      break;
    case 'a':
    case 'area':
      if (hasClass(element, 'wordmark'))
        edits.push(insertion(placeOf(element).innerEnd, '<span class="elder-mark">长辈版</span>'));
      if (attributeOf(element, 'data-view-link') === undefined)
        edits.push(...linkEdits(element, 'href', page, site));
      else edits.push({ ...placeOf(element), text: '' });
      break;
    case 'form':
      edits.push(...linkEdits(element, 'action', page, site));
      break;
  }
  return edits;
}

function linkEdits(element: Element, name: string, page: string, site: ElderSite): Edit[] {
  const href = attributeOf(element, name);
  if (href === undefined) return [];
  const elder = elderLink(href, page, site);
  return elder === href ? [] : [settingAttribute(element, name, elder)];
}

const headAdditions = ({ sheet, script }: ElderSite): string =>
  `<link rel="stylesheet" href="${escaped(sheet)}"><script src="${escaped(script)}"></script>`;
