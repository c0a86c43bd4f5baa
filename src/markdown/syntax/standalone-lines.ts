/** Why a line is separate from its neighbours: the openings and closings of letters, notices and official documents. */
export type StandaloneKind =
  'salutation' | 'date' | 'closing' | 'title' | 'in brackets' | 'blank' | 'signature';

const year = '(?:\\d{4}|[〇○零一二三四五六七八九]{4})';
const number = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const weekday = '(?:\\s?[（(]?(?:星期|周)[一二三四五六日天][）)]?)?';

const kinds: readonly [StandaloneKind, RegExp][] = [
  ['blank', /^[_＿\s]{3,}$/],
  ['date', new RegExp(`^(?:${year}\\s?年\\s?)?${number}\\s?月(?:\\s?${number}\\s?日)?${weekday}$`)],
  ['date', /^\d{4}([-./])\d{1,2}\1\d{1,2}$/],
  [
    'closing',
    /^(?:此致|敬礼|谢谢|特此\p{Script=Han}{2,4}|[妥当]否，请(?:批示|审批|指示)|专此[^，。]{0,4}|[顺此敬即][祝颂颁][^，。]{0,8}|[商近文教春夏秋冬暑][祺安]|盼复)[。！!]?$/u,
  ],
  // “各位居民：”, “尊敬的王书记：”, “各党支部、各楼组：”, “社区党员同志们：”
  ['salutation', /^(?:尊敬的|敬爱的|亲爱的|各|全体|广大|致|所有)[^，。；：:]{1,26}[：:]$/],
  [
    'salutation',
    /^[^，。；：:]{1,20}(?:们|同志|先生|女士|老师|居民|党员|业主|住户|家长|支部|总支|党委|党工委|办公室|办事处|委员会|居委会|街道|社区|公司|学院|学校|朋友|书记|主任)[：:]$/,
  ],
  // The title of a document above its text: “关于停水的通知”.
  [
    'title',
    /^[^，。；：:！？]{2,30}(?:通知|通告|公告|公示|启事|倡议书|邀请函|通报|告知书|公开信|须知)(?:（[^（）]{1,12}）)?$/,
  ],
  ['in brackets', /^（[^（）]{2,40}）$/],
];

/** Undefined for a line that continues its neighbours. Takes the visible text, trimmed. */
export function standaloneKind(text: string, isFirst: boolean): StandaloneKind | undefined {
  return kinds.find(([kind, pattern]) => pattern.test(text) && (isFirst || kind !== 'title'))?.[0];
}
