import { elderLink, inElderView } from './elder-links.ts';
import type { ElderSiteMap } from './elder-links.ts';
import { applyEdits } from './source-edits.ts';
import type { SourceEdit } from './source-edits.ts';
import { elderButtons, elderTools } from './elder-frame.ts';
import { elementsOf, sourceRangeOf, attributeEdit, attributeRemoval } from './element-edits.ts';
import { attributeOf, hasClass } from '../html/tree.ts';
import type { Element } from '../html/tree.ts';
import { escapeHtml } from '../html/escape-html.ts';

export interface ElderSite extends ElderSiteMap {
  /** Addresses of the style sheet and of the script that stores the text size, with the base path. */
  sheet: string;
  script: string;
}

/** Only pages with a link to the elder view have one: chart data or a preview frame of the admin is not a page to read. */
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
  const nav = sourceRangeOf(one('main navigation', (each) => hasClass(each, 'site-nav')));
  const header = sourceRangeOf(one('header', (each) => hasClass(each, 'site-head')));
  const main = sourceRangeOf(one('main part', ({ tagName }) => tagName === 'main'));
  const heading = sourceRangeOf(one('first heading', ({ tagName }) => tagName === 'h1'));
  // The sections come after the text: at this size they would fill the first screen of a phone.
  const sections = `<div id="elder-sections" class="elder-sections" tabindex="-1">${applyEdits(html, edits, nav.start, nav.end)}</div>`;
  return applyEdits(html, [
    ...edits.filter(({ start, end }) => start < nav.start || end > nav.end),
    { start: nav.start, end: nav.end, text: '' },
    insertion(header.innerEnd, elderTools(page, site)),
    insertion(main.end, sections),
    ...(page === '/' ? [insertion(heading.end, elderButtons(site))] : []),
  ]);
}

const insertion = (at: number, text: string): SourceEdit => ({ start: at, end: at, text });

function elementEdits(element: Element, page: string, site: ElderSite): SourceEdit[] {
  const edits = ['data-pagefind-body', 'data-search-name'].flatMap((name) => attributeRemoval(element, name));
  switch (element.tagName) {
    case 'html':
      edits.push(attributeEdit(element, 'data-view', 'elder'));
      // Results of the search island stay in this view.
      edits.push(attributeEdit(element, 'data-view-base', inElderView(site.base, '/')));
      break;
    case 'head':
      edits.push(insertion(sourceRangeOf(element).innerEnd, headAdditions(site)));
      break;
    case 'title':
      if (element.namespaceURI.endsWith('xhtml'))
        edits.push(insertion(sourceRangeOf(element).innerEnd, '（长辈版）'));
      break;
    case 'a':
    case 'area':
      if (hasClass(element, 'wordmark'))
        edits.push(insertion(sourceRangeOf(element).innerEnd, '<span class="elder-mark">长辈版</span>'));
      if (attributeOf(element, 'data-view-link') === undefined)
        edits.push(...linkEdits(element, 'href', page, site));
      else edits.push({ ...sourceRangeOf(element), text: '' });
      break;
    case 'form':
      edits.push(...linkEdits(element, 'action', page, site));
      break;
  }
  return edits;
}

function linkEdits(element: Element, name: string, page: string, site: ElderSite): SourceEdit[] {
  const href = attributeOf(element, name);
  if (href === undefined) return [];
  const elder = elderLink(href, page, site);
  return elder === href ? [] : [attributeEdit(element, name, elder)];
}

const headAdditions = ({ sheet, script }: ElderSite): string =>
  `<link rel="stylesheet" href="${escapeHtml(sheet)}"><script src="${escapeHtml(script)}"></script>`;
