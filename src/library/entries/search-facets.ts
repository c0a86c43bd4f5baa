import type { Article } from './article.ts';
import { choiceLabel } from './labels.ts';
import { named } from './queries.ts';

/** What search also matches and filters by: another name, whether the entry is in force, who took part. */
export async function searchFacets(
  article: Article,
): Promise<{ alias: string | undefined; state: string | undefined; orgs: string[] }> {
  const data = article.data as {
    shortName?: string;
    aliases?: string;
    validity?: string;
    orgs?: string[];
  };
  return {
    alias: data.shortName ?? data.aliases,
    state: data.validity === undefined ? undefined : choiceLabel('policies', 'validity', data.validity),
    orgs: (await named('orgs', data.orgs)).map((org) => org.data.shortName),
  };
}
