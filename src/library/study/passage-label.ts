import { collectionNames } from '../../model/collections.ts';
import { percentDecoded } from '../../model/addresses/percent-decoded.ts';
import { titleOf } from '../entries/article.ts';
import type { Article } from '../entries/article.ts';
import { allOf } from '../entries/queries.ts';

let articlesByAddress: Promise<Map<string, Article>> | undefined;

/** All entries by address. */
function byAddress(): Promise<Map<string, Article>> {
  if (!import.meta.env.PROD) return readAll();
  articlesByAddress ??= readAll();
  return articlesByAddress;
}

async function readAll(): Promise<Map<string, Article>> {
  const articles = (await Promise.all(collectionNames.map((name) => allOf(name)))).flat() as Article[];
  return new Map(articles.map((article) => [article.address, article]));
}

/** The label of a link to a passage: 《协商六步》“第二步 主体：请谁来坐”. */
export async function passageLabel(passage: string): Promise<string> {
  const [page = '', place = ''] = passage.split('#', 2);
  const article = (await byAddress()).get(page.endsWith('/') ? page : `${page}/`);
  if (!article) return passage;
  const wanted = percentDecoded(place);
  const heading = headingsOf(article).find(({ slug }) => slug === wanted);
  return `《${titleOf(article)}》${heading ? `“${heading.text}”` : ''}`;
}

function headingsOf({ entry }: Article): readonly { slug: string; text: string }[] {
  const { metadata } = (entry as { rendered?: { metadata?: Record<string, unknown> } }).rendered ?? {};
  return (metadata?.['headings'] ?? []) as { slug: string; text: string }[];
}
