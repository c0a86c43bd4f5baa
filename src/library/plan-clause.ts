import { clauseCited } from '../model/clauses.ts';
import { citationsOf } from '../model/project-clauses.ts';
import type { Heading } from './ledgers/plans.ts';
import { allOf } from './queries.ts';
import { titleOf } from './article.ts';
import type { Article } from './article.ts';

/** The plans a project cites, each as a link to the very clause. */
export async function planClauses(
  project: Article<'projects'>,
): Promise<{ label: string; address: string }[]> {
  const documents = new Map((await allOf('documents')).map((document) => [document.slug, document]));
  return citationsOf(project.data).flatMap(({ plan, clause }) => {
    const document = documents.get(plan ?? '');
    if (!document) return [];
    const heading = clause === undefined ? undefined : clauseCited(headingsOf(document), clause);
    return [
      {
        label: [titleOf(document), heading?.text ?? clause].filter((part) => part !== undefined).join(' '),
        address: heading ? `${document.address}#${heading.slug}` : document.address,
      },
    ];
  });
}

/** The headings of a document as they were rendered. */
export function headingsOf(document: Article<'documents'>): Heading[] {
  const { rendered } = document.entry as { rendered?: { metadata?: { headings?: Heading[] } } };
  return rendered?.metadata?.headings ?? [];
}
