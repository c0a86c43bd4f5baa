/**
 * Measures of a page of the elder view, in the browser. Each returns the elements that are too small, identified by
 * their text.
 */
import type { Page } from '@playwright/test';

/** One address of every kind of page, from the site map for search engines: new kinds are included. */
export async function everyKindOfPage(page: Page): Promise<string[]> {
  const xml = await (await page.request.get('./sitemap-0.xml')).text();
  const kinds = new Map<string, string>();
  for (const [, address = ''] of xml.matchAll(/<loc>[a-z]+:\/\/[^/]+([^<]*)<\/loc>/g)) {
    const names = address.split('/').filter((name) => name !== '');
    const kind = `${names[0] ?? ''} ${String(names.length)}`;
    if (!kinds.has(kind) && !hasNoElderView.test(address)) kinds.set(kind, address);
  }
  return [...kinds.values()];
}

/** Pages for paper and for the big screen have no elder view. */
const hasNoElderView = /\/(poster|handout|screen|booklet|booklet\/large)\/$/;

/** Texts smaller than `least` pixels, or with lines closer than `closest`. Letters in drawings are pictures. */
export function smallTexts(page: Page, least: number, closest: number): Promise<string[]> {
  return page.evaluate(
    ({ least, closest }) => {
      const short: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode.textContent?.trim() ?? '';
        const parent = walker.currentNode.parentElement;
        if (!parent || text === '' || parent.closest('svg, script, noscript, .visually-hidden, .skip-link'))
          continue;
        if (!parent.checkVisibility()) continue;
        const { fontSize, lineHeight } = getComputedStyle(parent);
        const size = parseFloat(fontSize);
        const lines = parseFloat(lineHeight) / size;
        if (size < least) short.push(`“${text.slice(0, 12)}” ${fontSize}`);
        // 'normal' is not a number and counts as too small.
        if (!(lines >= closest - 0.01))
          short.push(`“${text.slice(0, 12)}” lines ${lineHeight} at ${fontSize}`);
      }
      return short;
    },
    { least, closest },
  );
}

/** Controls smaller than `least` pixels either way. A link inside a sentence has the size of its line. */
export function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
    const isInSentence = (element: Element): boolean => {
      if (getComputedStyle(element).display !== 'inline') return false;
      let block = element.parentElement;
      while (block && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
      const copy = block?.cloneNode(true) as Element | undefined;
      copy?.querySelectorAll('a, .visually-hidden').forEach((each) => {
        each.remove();
      });
      return /[\p{L}\p{N}]{2}/u.test(copy?.textContent ?? '');
    };
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
      .filter(
        (element) => element.checkVisibility() && !element.matches('.skip-link') && !isInSentence(element),
      )
      .map((element) => {
        const target =
          (element.matches('[type=radio], [type=checkbox]') && element.closest('label')) || element;
        const { width, height } = target.getBoundingClientRect();
        return { name: target.textContent.trim() || element.className, width, height };
      })
      .filter(({ width, height }) => width < least - 0.5 || height < least - 0.5)
      .map(({ name, width, height }) => `“${name}” ${width.toFixed(0)}×${height.toFixed(0)}`);
  }, least);
}

/** Links that leave the elder view although the target page is in it. */
export function linksOutOfView(page: Page, addresses: readonly string[]): Promise<string[]> {
  return page.evaluate(
    (pages) =>
      [...document.querySelectorAll<HTMLAnchorElement | HTMLFormElement>('a[href], form[action]')]
        .map((element) => ({
          text: element.textContent.trim(),
          to: new URL(element instanceof HTMLFormElement ? element.action : element.href),
        }))
        .filter(
          ({ text, to }) =>
            to.origin === location.origin && text !== '返回普通版' && pages.includes(to.pathname),
        )
        .map(({ text, to }) => `“${text}” ${to.pathname}`),
    addresses,
  );
}

export const sidewaysNeed = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
