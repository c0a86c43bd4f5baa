import { citedClause } from '../../model/citations/cited-clause.ts';
import { citationsOf } from '../../model/citations/project-citations.ts';
import type { Heading } from '../entries/table-of-contents.ts';
import { allOf } from '../entries/queries.ts';
import { titleOf } from '../entries/article.ts';
import type { Article } from '../entries/article.ts';

/** The plans a project cites, each as a link to the cited clause. */
export async function planClauses(
  project: Article<'projects'>,
): Promise<{ label: string; address: string }[]> {
  const documents = new Map((await allOf('documents')).map((document) => [document.slug, document]));
  return citationsOf(project.data).flatMap(({ plan, clause }) => {
    const document = documents.get(plan ?? '');
    if (!document) return [];
    const heading = clause === undefined ? undefined : citedClause(headingsOf(document), clause);
    return [
      {
        label: [titleOf(document), heading?.text ?? clause].filter((part) => part !== undefined).join(' '),
        address: heading ? `${document.address}#${heading.slug}` : document.address,
      },
    ];
  });
}

/** The rendered headings of a document. */
export function headingsOf(document: Article<'documents'>): Heading[] {
  const { rendered } = document.entry as { rendered?: { metadata?: { headings?: Heading[] } } };
  return rendered?.metadata?.headings ?? [];
}
