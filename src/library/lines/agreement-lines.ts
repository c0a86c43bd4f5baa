import { chineseDay } from '../../site/dates.ts';
import { agreementStates, itemsOf, termOf } from '../ledgers/joint/agreement-terms.ts';
import type { AgreementState, Item } from '../ledgers/joint/agreement-terms.ts';
import type { Row } from '../ledgers/row.ts';
import { daysLeftText } from './entry-lines.ts';
import type { Line, Mark } from './entry-lines.ts';

const termTones: Record<AgreementState, Mark['tone']> = {
  coming: 'plain',
  inForce: 'good',
  expiring: 'caution',
  expired: 'caution',
  ended: 'caution',
};

export function agreementMark(
  agreement: Row<'agreements'>,
  all: readonly Row<'agreements'>[],
  today: string,
): Mark {
  const { state } = termOf(agreement, all, today);
  return { word: agreementStates[state], tone: termTones[state] };
}

export const agreementLine = (
  agreement: Row<'agreements'>,
  all: readonly Row<'agreements'>[],
  today: string,
): Line => {
  const { state, daysLeft } = termOf(agreement, all, today);
  return {
    title: agreement.data.title,
    address: agreement.address,
    mark: agreementMark(agreement, all, today),
    about: [
      `${chineseDay(agreement.data.since)}—${chineseDay(agreement.data.until)}`,
      `${String(itemsOf([agreement]).length)} 条约定`,
      state === 'ended' || state === 'expired' ? undefined : daysLeftText(daysLeft),
    ],
    sample: agreement.data.sample,
  };
};

export const itemLine = ({ text, address, agreement, number }: Item): Line => ({
  title: text,
  address,
  about: [`${agreement.data.title}第 ${String(number)} 条`],
  sample: agreement.data.sample,
});
