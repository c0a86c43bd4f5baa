import { groupOf } from './navigation-groups.ts';
import type { MenuGroup } from './menu.ts';

/** A link of the navigation; `page` is the very page the reader is on, `true` one that it lies below. */
export interface HeaderLink {
  address: string;
  label: string;
  current: 'page' | 'true' | undefined;
}

export interface HeaderWays {
  /** Of the whole site. */
  main: HeaderLink[];
  /** Of the group the page belongs to, where it has more than one way. */
  group: { label: string; links: HeaderLink[] } | undefined;
}

/** The navigation as a page shows it. `hereIs` is the page's address before any base path; the 404 has none. */
export function headerWays(groups: readonly MenuGroup[], hereIs: string): HeaderWays {
  const here = groups.find(({ label }) => label === groupOf(hereIs)?.label);
  const current = (address: string, holds: boolean): HeaderLink['current'] => {
    if (hereIs === address) return 'page';
    return holds ? 'true' : undefined;
  };
  const ways = here?.ways ?? [];
  // `/concerns/statistics/` lies below `/concerns/` and is a way of its own: the longer one is meant.
  const way = ways
    .map(({ address }) => address)
    .filter((address) => hereIs.startsWith(address))
    .sort((a, b) => b.length - a.length)[0];
  return {
    // With all groups shown they are four and four: on phones they stand in two rows.
    main: [{ address: '/', label: '首页' }, ...groups, { address: '/search/', label: '搜索' }].map(
      ({ address, label }) => ({ address, label, current: current(address, label === here?.label) }),
    ),
    group:
      here && ways.length > 1
        ? {
            label: here.label,
            links: ways.map(({ address, label }) => ({
              address,
              label,
              current: address === way ? current(address, true) : undefined,
            })),
          }
        : undefined,
  };
}
