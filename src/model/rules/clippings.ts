import { found, nameOf } from './rule.ts';
import type { Rules } from './rule.ts';

export const clippingRules: Rules<'clippings'> = [
  (entry, hub) =>
    hub
      .all('clippings')
      .filter(
        ({ slug, data }) => slug !== entry.slug && data.url !== undefined && data.url === entry.data.url,
      )
      .map((other) =>
        found('url', `这个网址已经收在${nameOf(other)}（网址名“${other.slug}”）里了，请留一条。`),
      ),
];
