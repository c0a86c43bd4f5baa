import { itemsOf } from '../ledgers/joint/agreement-terms.ts';
import type { Item } from '../ledgers/joint/agreement-terms.ts';
import { named } from '../entries/queries.ts';
import type { Article } from '../entries/article.ts';

export interface AgreedItem extends Item {
  units: Article<'orgs'>[];
  /** The project that carries it out. */
  doneBy: Article<'projects'> | undefined;
}

/** The items of an agreement, each with its units and its project. */
export const agreedItems = (agreement: Article<'agreements'>): Promise<AgreedItem[]> =>
  Promise.all(
    itemsOf([agreement]).map(async (item) => ({
      ...item,
      units: await named('orgs', item.owners),
      doneBy: (await named('projects', item.project === undefined ? [] : [item.project]))[0],
    })),
  );
