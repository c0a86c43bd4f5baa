import { deliberations as deliberationsDescription } from '../../model/collections/deliberations.ts';
import { chineseDay } from '../../site/dates.ts';
import { choiceLabel } from '../entries/labels.ts';
import type { Row } from '../ledgers/row.ts';
import type { Line, Mark } from './entry-lines.ts';

export const meetingLine = ({ data, address }: Row<'meetings'>): Line => ({
  title: data.title,
  address,
  about: [
    choiceLabel('meetings', 'kind', data.kind),
    chineseDay(data.date),
    data.decisions ? `${String(data.decisions.length)} 条决定` : undefined,
  ],
  sample: data.sample,
});

const outcomeTones = { agreed: 'good', partly: 'plain', none: 'caution' } as const;

export function deliberationMark({ data }: Row<'deliberations'>): Mark {
  const { outcome } = data;
  if (outcome === undefined) return { word: '还在商量', tone: 'plain' };
  const words = deliberationsDescription.fields.outcome.options;
  return { word: words[outcome], tone: outcomeTones[outcome] };
}

export const deliberationLine = (deliberation: Row<'deliberations'>): Line => ({
  title: deliberation.data.title,
  address: deliberation.address,
  mark: deliberationMark(deliberation),
  about: [`${chineseDay(deliberation.data.started)}开始`],
  sample: deliberation.data.sample,
});
