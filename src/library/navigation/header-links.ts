import { groupOf } from './navigation-groups.ts';
import type { MenuGroup } from './menu.ts';

/** A link of the navigation. `page` marks the current page, `true` a list or group that contains it. */
export interface HeaderLink {
  address: string;
  label: string;
  current: 'page' | 'true' | undefined;
}

export interface HeaderLinks {
  /** Of the whole site. */
  main: HeaderLink[];
  /** Of the group the page belongs to, if it has more than one link. */
  group: { label: string; links: HeaderLink[] } | undefined;
}

/** The navigation as shown on a page. `pageAddress` has no base path, and is empty for the 404. */
export function headerLinks(groups: readonly MenuGroup[], pageAddress: string): HeaderLinks {
  const currentGroup = groups.find(({ label }) => label === groupOf(pageAddress)?.label);
  const markOf = (address: string, isCurrent: boolean): HeaderLink['current'] => {
    if (pageAddress === address) return 'page';
    return isCurrent ? 'true' : undefined;
  };
  const links = currentGroup?.links ?? [];
  // `/concerns/statistics/` is below `/concerns/` and has its own link: the longest match wins.
  const currentAddress = links
    .map(({ address }) => address)
    .filter((address) => pageAddress.startsWith(address))
    .sort((a, b) => b.length - a.length)[0];
  return {
    // With all groups there are eight links: two rows of four on phones.
    main: [{ address: '/', label: '首页' }, ...groups, { address: '/search/', label: '搜索' }].map(
      ({ address, label }) => ({ address, label, current: markOf(address, label === currentGroup?.label) }),
    ),
    group:
      currentGroup && links.length > 1
        ? {
            label: currentGroup.label,
            links: links.map(({ address, label }) => ({
              address,
              label,
              current: markOf(address, address === currentAddress),
            })),
          }
        : undefined,
  };
}
