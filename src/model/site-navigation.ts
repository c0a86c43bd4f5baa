/**
 * The groups of the navigation in the order of the menu, and the pages in them that are not the list of a collection.
 * A collection has its place in its own description. Numbers count within a group; steps of ten leave room.
 */
interface GroupWords {
  /** The page of the group is `/news/`. A group with only one list has no page and links to the list. */
  name: string;
  label: string;
  description: string;
}

export const navigationGroups = [
  { name: 'news', label: '最新动态', description: '办了什么，要办什么，有什么要通知大家。' },
  {
    name: 'joint',
    label: '共驻共建',
    description: '谁和谁约定了什么，定了哪些事，办到了哪一步，没办成的又是为什么。',
  },
  {
    name: 'voices',
    label: '民情议事',
    description: '有话到哪里说，说了以后办得怎么样，一时定不下来的怎么商量。',
  },
  {
    name: 'life',
    label: '便民生活',
    description: '食堂、理发、维修、代办：在哪里，几点开门，打哪个电话。',
  },
  {
    name: 'open',
    label: '公开',
    description: '方案、制度、调查报告、政策文件和各项数字，都可以查对。',
  },
  {
    name: 'study',
    label: '学习园地',
    description: '自己学、一起学、打印了学、没有网也能学。不打卡，不计分，学到哪里只有自己的设备知道。',
  },
] as const satisfies readonly GroupWords[];

export type GroupName = (typeof navigationGroups)[number]['name'];

export interface FixedPage {
  group: GroupName;
  order: number;
  label: string;
  description: string;
  /** The page is shown if one of these collections has an entry; without this, always. */
  from?: readonly string[];
}

/** By address. */
export const fixedPages: Readonly<Record<string, FixedPage>> = {
  '/calendar/': {
    group: 'news',
    order: 50,
    label: '活动日历',
    description: '按月看有什么活动，也可以订到手机的日历里。',
    from: ['events'],
  },
  '/match/': {
    group: 'joint',
    order: 70,
    label: '三张清单对接',
    description: '需求、资源、项目并排看：谁配上了谁，没配上的已经等了多少天。',
    from: ['needs'],
  },
  '/channel/': {
    group: 'voices',
    order: 100,
    label: '我要反映',
    description: '打电话、当面说、填纸质表都行：谁来听，几天回话。',
    from: ['channel'],
  },
  '/concerns/statistics/': {
    group: 'voices',
    order: 115,
    label: '民情统计',
    description: '每个季度收到多少、办成多少、多久回话，数字都从台账里算。',
    from: ['concerns'],
  },
  '/figures/': {
    group: 'open',
    order: 230,
    label: '数字看板',
    description: '每个数字怎么算的、到哪里查对，都写在旁边。',
  },
  '/annual/': {
    group: 'open',
    order: 240,
    label: '年度报表',
    description: '一年里发布了什么、办了什么、收到多少民情，八项数字都从内容里数。',
    from: ['activities', 'meetings', 'concerns'],
  },
  '/responsibilities/': {
    group: 'open',
    order: 250,
    label: '责任清单',
    description: '每家单位手上有哪些事，哪些过了期限。',
    from: ['orgs'],
  },
  '/scope/': {
    group: 'open',
    order: 260,
    label: '本站不办的事',
    description: '哪些事这里办不了，该到哪里去办。',
  },
  '/topics/': {
    group: 'study',
    order: 220,
    label: '专题',
    description: '同一件事的动态、材料和文件放在一起看。',
    from: ['activities', 'notices', 'materials', 'policies', 'projects', 'documents'],
  },
  '/my-study/': {
    group: 'study',
    order: 230,
    label: '我的学习',
    description: '这台设备上记着的：学到哪一步，哪几题要再做，做过的笔记，下载了什么。可以导出，可以清空。',
    from: ['materials', 'paths', 'quizzes'],
  },
};
