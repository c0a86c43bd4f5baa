import { closedStates, concernStates, nextConcernStates } from '../vocabulary/concern-states.ts';
import { found, nameOf, findingIf } from './rule.ts';
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
          `编号 ${entry.data.number ?? ''} 已经给了${nameOf(other)}（网址名“${other.slug}”），请换一个没用过的编号。`,
        ),
      ),
  ({ data: { number, received } }) =>
    findingIf(
      number !== undefined && received !== undefined && number.slice(0, 4) !== received.slice(0, 4),
      'number',
      `编号 ${number ?? ''} 的年份和“收到日期”（${received ?? ''}）不一样，请核对。`,
    ),
  // A building shows where a lamp is broken. A staircase or a door shows who complained.
  ({ data: { area } }) =>
    findingIf(
      area !== undefined && namesHousehold(area),
      'area',
      `“大致位置”（${area ?? ''}）写得太细，能认出是哪一户，请只写到片区或哪栋楼一带，如：小区北片。`,
    ),
  ({ data: { received, due, log } }, hub) =>
    (log ?? []).flatMap(({ day, state, org, outside, answer, until }, index, all) => {
      const at = (field: string): string => `log.${String(index)}.${field}`;
      const before = index === 0 ? undefined : all[index - 1];
      const from = index === 0 ? 'received' : before?.state;
      const allowed = from === undefined ? [] : nextConcernStates[from];
      const word = state === undefined ? '' : concernStates[state];
      const words = allowed.map((one) => `“${concernStates[one]}”`).join('、');
      const last = from === undefined || from === 'received' ? '' : concernStates[from];
      return [
        ...findingIf(
          state !== undefined && from !== undefined && !allowed.includes(state),
          at('state'),
          last === ''
            ? `第一条应是${words}，现在是“${word}”，请先补上受理的记录。`
            : `“${last}”之后只能是${words}，现在是“${word}”，请核对先后或补上中间的记录。`,
        ),
        ...findingIf(
          day !== undefined && before?.day !== undefined && day < before.day,
          at('day'),
          `日期（${day ?? ''}）早于上一项（${before?.day ?? ''}），请按先后排列或核对日期。`,
        ),
        ...findingIf(
          index === 0 && day !== undefined && received !== undefined && day < received,
          at('day'),
          `日期（${day ?? ''}）早于“收到日期”（${received ?? ''}），请核对两个日期。`,
        ),
        ...findingIf(
          state !== undefined && closedStates.includes(state) && answer === undefined,
          at('state'),
          `状态是“${word}”，请写上“答复”：做了什么，或者为什么不能。`,
        ),
        ...findingIf(
          until !== undefined && state !== undefined && closedStates.includes(state),
          at('until'),
          `状态是“${word}”，已经有了答复，不用再写“顺延到”，请删去。`,
        ),
        ...findingIf(
          until !== undefined && due !== undefined && until <= due,
          at('until'),
          `“顺延到”（${until ?? ''}）没有晚于“答复期限”（${due ?? ''}），请核对两个日期。`,
        ),
        ...findingIf(
          until !== undefined && answer === undefined,
          at('until'),
          '顺延了期限，请在“答复”里写明为什么。',
        ),
        ...findingIf(
          state === 'transferred' && outside === undefined && org !== undefined && org === before?.org,
          at('org'),
          '转办前后是同一家单位，请写转给了谁：名录里的单位改选“办理单位”，名录以外的写在“转给外单位”；没有转出去的，状态选“办理中”。',
        ),
        ...findingIf(
          outside !== undefined && state !== undefined && state !== 'transferred',
          at('outside'),
          `写了“转给外单位”（${outside ?? ''}），状态却是“${word}”，请改成“转办”，或删去外单位。`,
        ),
        // The ledger would then link to nothing and the unit's own page would not know of it.
        ...findingIf(
          outside !== undefined &&
            hub.all('orgs').some(({ data }) => [data.title, data.shortName].includes(outside)),
          at('outside'),
          `“${outside ?? ''}”就在“共建单位”里，请改选成“办理单位”，并删去“转给外单位”。`,
        ),
      ];
    }),
];

/** Several buildings are not a household: 3-5 栋一带, 5 栋、11 栋一带. A staircase or a number after a building is one. */
function namesHousehold(area: string): boolean {
  const one = area
    .normalize('NFKC')
    .replace(/\d+\s*(?:[-—~至到、,]|\s)\s*(?=\d+\s*(?:栋|幢|座|号楼))/g, '')
    .replace(/(栋|幢|座|号楼)[\s、,和]+(?=\d+\s*(?:栋|幢|座|号楼))/g, '$1、');
  return /单元|门洞|[\d〇一二三四五六七八九十]\s*[室房户]|(?:栋|幢|座|号楼|#)\s*(?:\d|[〇一二三四五六七八九十]{2})|\d\s*-\s*\d/.test(
    one,
  );
}
