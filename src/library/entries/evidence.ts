import { collectionNames } from '../../model/collections.ts';
import { namesFile } from '../../model/addresses/target-of.ts';
import { fileAddress } from '../../model/files/file-finder.ts';
import { withHeadingId } from '../../markdown/heading-ids.ts';
import { allOf } from './queries.ts';
import { titleOf } from './article.ts';
import type { Article } from './article.ts';

export interface Evidence {
  label: string;
  /** Before any base path. */
  address: string;
}

let titlesByAddress: Promise<Map<string, string>> | undefined;

/** The titles of all entries by address. */
function titles(): Promise<Map<string, string>> {
  if (!import.meta.env.PROD) return readTitles();
  titlesByAddress ??= readTitles();
  return titlesByAddress;
}

async function readTitles(): Promise<Map<string, string>> {
  const articles = (await Promise.all(collectionNames.map((name) => allOf(name)))).flat();
  return new Map(articles.map((article) => [article.address, titleOf(article as Article)]));
}

/** The value of an evidence field as a link: a page with its title, a file with the title of its attachment. */
export function evidenceOf(article: Article, evidence: string): Promise<Evidence>;
export function evidenceOf(article: Article, evidence: string | undefined): Promise<Evidence | undefined>;
export async function evidenceOf(
  article: Article,
  evidence: string | undefined,
): Promise<Evidence | undefined> {
  if (evidence === undefined) return undefined;
  if (namesFile(evidence)) {
    const { attachments = [] } = article.data as { attachments?: { src: string; title: string }[] };
    const file = attachments.find(({ src }) => src.replace(/^\.\//, '') === evidence);
    return {
      label: file?.title ?? evidence,
      address: fileAddress(`${article.folder}/${evidence}`),
    };
  }
  const [page = '', place] = evidence.split('#', 2);
  const title = (await titles()).get(page) ?? page;
  return {
    label: place === undefined ? title : `${title}${placeWords(place)}`,
    address: withHeadingId(evidence),
  };
}

/** The records of an entry, each with its evidence as a link. */
export const withProof = <R extends { evidence?: string | undefined }>(
  article: Article,
  records: readonly R[],
): Promise<(R & { proof: Evidence | undefined })[]> =>
  Promise.all(
    records.map(async (record) => ({ ...record, proof: await evidenceOf(article, record.evidence) })),
  );

/** `decisions-3` -> 第 3 条; headings of a text get no words here. */
function placeWords(place: string): string {
  const number = /^(?:decisions|items)-(\d+)$/.exec(place)?.[1];
  return number === undefined ? '' : `第 ${number} 条`;
}
