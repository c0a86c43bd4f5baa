import { chineseDay } from '../../site/dates.ts';
import { choiceLabel } from '../entries/labels.ts';
import { isOnOffer, needStates } from '../ledgers/joint/need-matches.ts';
import type { Match, NeedState } from '../ledgers/joint/need-matches.ts';
import type { Row } from '../ledgers/row.ts';
import type { Line, Mark } from './entry-lines.ts';

/** The rules behind the numbers of needs and resources, as readers see them. */
export const needRules = [
  '等了多少天：从提出那天，算到配上、了结，或者网站上一次更新的那天，按自然日算。',
  '已配上：找到了资源，或者立了项目，并写下了配上的日期。',
  '配上的已停止：资源到期停了，或者项目终止了，又没有别的接着办，从停的那天重新等起。',
  '用上的资源：配给了哪项需求，或者有服务写明用到它、出借它；两样都没有的，才算还没有用上。',
];

const needTones: Record<NeedState, Mark['tone']> = {
  waiting: 'caution',
  lapsed: 'caution',
  matched: 'good',
  met: 'good',
  withdrawn: 'plain',
  impossible: 'plain',
};

/** 还没配上，已经等了 120 天 */
export function needMark({ state, daysWaited }: Match): Mark {
  const waits = state === 'waiting' || state === 'lapsed';
  return {
    word: waits ? `${needStates[state]}，等了 ${String(daysWaited)} 天` : needStates[state],
    tone: needTones[state],
  };
}

export const needLine = (match: Match): Line => ({
  title: match.need.data.title,
  address: match.need.address,
  mark: needMark(match),
  about: [choiceLabel('needs', 'kind', match.need.data.kind), `${chineseDay(match.need.data.since)}提出`],
  sample: match.need.data.sample,
});

export const resourceMark = (resource: Row<'resources'>, today: string): Mark =>
  isOnOffer(resource, today)
    ? { word: '正在提供', tone: 'good' }
    : { word: resource.data.since > today ? '还没开始' : '已停止提供', tone: 'plain' };

export const resourceLine = (resource: Row<'resources'>, today: string): Line => ({
  title: resource.data.title,
  address: resource.address,
  mark: resourceMark(resource, today),
  about: [choiceLabel('resources', 'kind', resource.data.kind)],
  sample: resource.data.sample,
});
