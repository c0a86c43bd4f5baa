import type { Article } from './article.ts';
import { choiceLabel } from './labels.ts';
import { named } from './queries.ts';

/** By what else an entry is found and narrowed down: another name, whether it is in force, who took part. */
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
