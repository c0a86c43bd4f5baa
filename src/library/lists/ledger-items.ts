import { today } from '../../site/dates.ts';
import type { Article } from '../entries/article.ts';
import { clippingLine } from './clipping-lists.ts';
import type { Section } from '../entries/labels.ts';
import { agreementLine } from '../lines/agreement-lines.ts';
import type { Line } from '../lines/entry-lines.ts';
import { allOf } from '../entries/queries.ts';
import { pathLine } from '../study/study-steps.ts';

/** An entry in the list of a ledger. */
export interface LedgerItem {
  line: Line;
  summary: string;
}

type LineOf<N extends Section> = (article: Article<N>, today: string) => Line | Promise<Line>;

/** Sections whose lists show entries as lines. Other lists show a picture and a day. */
const lines: { [N in Section]?: LineOf<N> } = {
  agreements: async (agreement, day) => agreementLine(agreement, await allOf('agreements'), day),
  clippings: clippingLine,
  paths: pathLine,
};

/** The entries with their lines; undefined if the section is not a ledger. */
export async function ledgerItems<N extends Section>(
  section: N,
  articles: readonly Article<N>[],
): Promise<LedgerItem[] | undefined> {
  const lineOf: LineOf<N> | undefined = lines[section];
  if (!lineOf) return undefined;
  return Promise.all(articles.map(async (article) => withSummary(article, await lineOf(article, today()))));
}

export const withSummary = ({ data }: { data: object }, line: Line): LedgerItem => ({
  line,
  summary: (data as { summary?: string }).summary ?? '',
});
