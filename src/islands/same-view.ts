/**
 * The search index knows the pages of the normal view. In the elder view, whose pages name their own base in
 * `<html data-view-base>`, links stay in that view.
 */
export function inSameView(address: string): string {
  const { viewBase } = document.documentElement.dataset;
  if (viewBase === undefined) return address;
  const base = viewBase.replace(/elder\/$/, '');
  return address.startsWith(base) ? viewBase + address.slice(base.length) : address;
}

/** The base path of the site in both views, computed from the address of a page below it: `/` or `/hub/`. */
export const siteBase = (page: string): string =>
  location.pathname.slice(0, 1 - page.length).replace(/elder\/$/, '');

export const isElderView = (): boolean => document.documentElement.dataset['viewBase'] !== undefined;
