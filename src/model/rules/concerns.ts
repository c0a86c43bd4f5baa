import { closedStates, concernStates, nextConcernStates } from '../collections/concerns.ts';
import { found, nameOf, when } from './rule.ts';
import type { Rules } from './rule.ts';

export const concernRules: Rules<'concerns'> = [
  (entry, hub) =>
    hub
      .all('concerns')
      .filter(({ slug, data }) => slug !== entry.slug && data.number === entry.data.number)
      .filter(() => entry.data.number !== undefined)
      .map((other) =>
        found(
          'number',
          `编号 ${entry.data.number ?? ''} 已经给了${nameOf(other)}（${other.slug}），请换一个没用过的编号。`,
        ),
      ),
  ({ data: { number, received } }) =>
    when(
      number !== undefined && received !== undefined && number.slice(0, 4) !== received.slice(0, 4),
      'number',
      `编号 ${number ?? ''} 的年份和“收到日期”（${received ?? ''}）不一样，请核对。`,
    ),
  // A building tells where a lamp is out; a staircase or a door tells who complained.
  ({ data: { area } }) =>
    when(
      area !== undefined &&
        /[\d一二三四五六七八九十]\s*(单元|室|房|户|门洞)|\d\s*[栋幢座号#-]楼?\s*\d/.test(
          area.normalize('NFKC'),
        ),
      'area',
      `“大致位置”（${area ?? ''}）写得太细，能认出是哪一户，请只写到片区或哪栋楼一带，如：小区北片。`,
    ),
  ({ data: { received, log } }, hub) =>
    (log ?? []).flatMap(({ day, state, org, outside, answer }, index, all) => {
      const at = (field: string): string => `log.${String(index)}.${field}`;
      const before = index === 0 ? undefined : all[index - 1];
      const from = index === 0 ? 'received' : before?.state;
      const allowed = from === undefined ? [] : nextConcernStates[from];
      const word = state === undefined ? '' : concernStates[state];
      const words = allowed.map((one) => `“${concernStates[one]}”`).join('、');
      const last = from === undefined || from === 'received' ? '' : concernStates[from];
      return [
        ...when(
          state !== undefined && from !== undefined && !allowed.includes(state),
          at('state'),
          last === ''
            ? `第一条应是${words}，现在是“${word}”，请先补上受理的记录。`
            : `“${last}”之后只能是${words}，现在是“${word}”，请核对先后或补上中间的记录。`,
        ),
        ...when(
          day !== undefined && before?.day !== undefined && day < before.day,
          at('day'),
          `日期（${day ?? ''}）早于上一项（${before?.day ?? ''}），请按先后排列或核对日期。`,
        ),
        ...when(
          index === 0 && day !== undefined && received !== undefined && day < received,
          at('day'),
          `日期（${day ?? ''}）早于“收到日期”（${received ?? ''}），请核对两个日期。`,
        ),
        ...when(
          state !== undefined && closedStates.includes(state) && answer === undefined,
          at('state'),
          `状态是“${word}”，请写上“答复”：做了什么，或者为什么不能。`,
        ),
        ...when(
          state === 'transferred' && outside === undefined && org !== undefined && org === before?.org,
          at('org'),
          '转办前后是同一家单位，请写转给了谁：名录里的单位改选“办理单位”，名录以外的写在“转给外单位”；没有转出去的，状态选“办理中”。',
        ),
        ...when(
          outside !== undefined && state !== undefined && state !== 'transferred',
          at('outside'),
          `写了“转给外单位”（${outside ?? ''}），状态却是“${word}”，请改成“转办”，或删去外单位。`,
        ),
        // The ledger would then link to nothing and the unit's own page would not know of it.
        ...when(
          outside !== undefined &&
            hub.all('orgs').some(({ data }) => [data.title, data.shortName].includes(outside)),
          at('outside'),
          `“${outside ?? ''}”就在“共建单位”里，请改选成“办理单位”，并删去“转给外单位”。`,
        ),
      ];
    }),
];
