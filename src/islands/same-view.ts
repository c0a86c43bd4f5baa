/**
 * The search index knows the pages of the normal view. In the elder view, whose pages name their own base in
 * `<html data-view-base>`, an address leads on within it.
 */
export function inSameView(address: string): string {
  const { viewBase } = document.documentElement.dataset;
  if (viewBase === undefined) return address;
  const base = viewBase.replace(/elder\/$/, '');
  return address.startsWith(base) ? viewBase + address.slice(base.length) : address;
}

/** Where the site begins, in either view, told by the address a page has below it: `/` or `/hub/`. */
export const siteBase = (page: string): string =>
  location.pathname.slice(0, 1 - page.length).replace(/elder\/$/, '');

export const isElderView = (): boolean => document.documentElement.dataset['viewBase'] !== undefined;
