import { clauseOf } from './ledgers/plans.ts';
import { named } from './queries.ts';
import { titleOf } from './article.ts';
import type { Article } from './article.ts';

interface Heading {
  slug: string;
  text: string;
}

/** The plan a project cites, as a link to the very clause. */
export async function planClause(
  project: Article<'projects'>,
): Promise<{ label: string; address: string }[]> {
  const { plan, clause } = project.data;
  const [document] = await named('documents', plan === undefined ? [] : [plan]);
  if (!document) return [];
  const { rendered } = document.entry as { rendered?: { metadata?: { headings?: Heading[] } } };
  const heading = clauseOf(project, rendered?.metadata?.headings ?? []);
  return [
    {
      label: [titleOf(document), heading?.text ?? clause].filter((part) => part !== undefined).join(' '),
      address: heading ? `${document.address}#${heading.slug}` : document.address,
    },
  ];
}
