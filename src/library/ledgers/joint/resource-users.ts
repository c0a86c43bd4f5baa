import { matchesOfNeeds } from './need-matches.ts';
import type { Match } from './need-matches.ts';
import type { Ledgers, Row } from '../row.ts';

export interface Users {
  /** Needs matched with it. */
  needs: Match[];
  /** Services that use it or lend it. */
  services: Row<'services'>[];
}

/** Rule: a resource is used if a need is matched with it or a service names it. */
export function usersOf(
  slug: string,
  ledgers: Pick<Ledgers, 'needs' | 'resources' | 'projects' | 'services'>,
  today: string,
): Users {
  return {
    needs: matchesOfNeeds(ledgers, today).filter(({ resource }) => resource?.slug === slug),
    services: ledgers.services.filter(({ data }) => data.resources?.includes(slug)),
  };
}

export const isUnused = ({ needs, services }: Users): boolean => needs.length + services.length === 0;
