import { partAnchor } from '../../../model/addresses/entry-addresses.ts';
import { daysBetween } from '../../../model/calendar-days.ts';
import { isOpen } from './project-progress.ts';
import type { Part, Row } from '../row.ts';

type Agreement = Row<'agreements'>;

export const agreementStates = {
  coming: '尚未生效',
  inForce: '有效',
  expiring: '即将到期',
  expired: '已到期',
  ended: '提前终止',
} as const;
export type AgreementState = keyof typeof agreementStates;

/** This many days before its end, an agreement is shown as expiring. */
export const noticeDays = 60;

export const agreementRules = [
  '有效：今天在生效日期和到期日期之间，头尾两天都算。',
  `即将到期：离到期 ${String(noticeDays)} 天以内，还没有续签的。`,
  '已到期：过了到期日期。到期时还没办完的条目，照样列在协议里。',
];

export interface AgreementTerm {
  state: AgreementState;
  /** Days until the last day; 0 on that day and after the end. */
  daysLeft: number;
  renewedBy?: Agreement;
}

/**
 * Rule: in force from its first day to its last, both included; expiring in the last 60 days unless another
 * agreement renews it; ended from the day of an early end.
 */
export function termOf(agreement: Agreement, agreements: readonly Agreement[], today: string): AgreementTerm {
  const { since, until, ended } = agreement.data;
  const renewedBy = agreements.find(({ data }) => data.renews === agreement.slug);
  const left = Math.max(0, daysBetween(today, until));
  const term = (state: AgreementState, daysLeft: number): AgreementTerm => ({
    state,
    daysLeft,
    ...(renewedBy ? { renewedBy } : {}),
  });
  if (ended !== undefined && ended <= today) return term('ended', 0);
  if (until < today) return term('expired', 0);
  if (since > today) return term('coming', left);
  return term(left <= noticeDays && !renewedBy ? 'expiring' : 'inForce', left);
}

export interface Item extends Part<'agreements', 'items'> {
  agreement: Agreement;
  /** `/agreements/gongjian-2025/#items-1` */
  address: string;
}

export const itemsOf = (agreements: readonly Agreement[]): Item[] =>
  agreements.flatMap((agreement) =>
    agreement.data.items.map((item) => ({
      ...item,
      agreement,
      address: `${agreement.address}#${partAnchor('items', item.number)}`,
    })),
  );

/** Rule: an item is open while its project is open, or if it has none. An agreement may expire with open items. */
export function openItems(agreement: Agreement, projects: readonly Row<'projects'>[]): Item[] {
  const bySlug = new Map(projects.map((project) => [project.slug, project]));
  return itemsOf([agreement]).filter(({ project }) => {
    const found = bySlug.get(project ?? '');
    return !found || isOpen(found);
  });
}
