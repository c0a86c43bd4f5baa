/**
 * The ways into the site, in the order readers meet them. A part is a collection's list or a page of its own
 * (written as an address); which of them have something to show is asked elsewhere.
 */
export interface Group {
  /** The group's own page; a group of one list has none and leads there at once. */
  address: string;
  label: string;
  description: string;
  parts: readonly string[];
}

export const groups: readonly Group[] = [
  {
    address: '/news/',
    label: '最新动态',
    description: '办了什么，要办什么，有什么要通知大家。',
    parts: ['activities', 'notices', 'events', 'series', '/calendar/', 'clippings'],
  },
  {
    address: '/joint/',
    label: '共驻共建',
    description: '谁和谁约定了什么，定了哪些事，办到了哪一步，没办成的又是为什么。',
    parts: ['projects', 'meetings', '/match/', 'needs', 'resources', 'agreements', 'cases', 'orgs'],
  },
  {
    address: '/voices/',
    label: '民情议事',
    description: '有话到哪里说，说了以后办得怎么样，一时定不下来的怎么商量。',
    parts: ['/channel/', 'concerns', '/concerns/statistics/', 'deliberations'],
  },
  {
    address: '/life/',
    label: '便民生活',
    description: '食堂、理发、维修、代办：在哪里，几点开门，打哪个电话。',
    parts: ['services', 'menus', 'posts'],
  },
  {
    address: '/open/',
    label: '公开',
    description: '方案、制度、调查报告、政策文件和各项数字，都可以查对。',
    parts: ['documents', 'policies', '/figures/', '/annual/', '/responsibilities/', '/scope/'],
  },
  {
    address: '/study/',
    label: '学习园地',
    description: '自己学、一起学、打印了学、没有网也能学。不打卡，不计分，学到哪里只有自己的设备知道。',
    parts: ['monthly', 'paths', 'materials', 'quizzes', 'terms', '/topics/', '/my-study/'],
  },
];

export interface FixedPage {
  label: string;
  description: string;
  /** It has something to show as soon as one of these collections has an entry; always, where none is named. */
  from?: readonly string[];
}

/** Pages that are no collection's list, by address. */
export const fixedPages: Readonly<Record<string, FixedPage>> = {
  '/calendar/': {
    label: '活动日历',
    description: '按月看有什么活动，也可以订到手机的日历里。',
    from: ['events'],
  },
  '/match/': {
    label: '三张清单对接',
    description: '需求、资源、项目并排看：谁配上了谁，没配上的已经等了多少天。',
    from: ['needs'],
  },
  '/channel/': {
    label: '我要反映',
    description: '打电话、当面说、填纸质表都行：谁来听，几天回话。',
    from: ['channel'],
  },
  '/concerns/statistics/': {
    label: '民情统计',
    description: '每个季度收到多少、办成多少、多久回话，数字都从台账里算。',
    from: ['concerns'],
  },
  '/figures/': {
    label: '数字看板',
    description: '每个数字怎么算的、到哪里查对，都写在旁边。',
  },
  '/annual/': {
    label: '年度报表',
    description: '一年里发布了什么、办了什么、收到多少民情，八项数字都从内容里数。',
    from: ['activities', 'meetings', 'concerns'],
  },
  '/responsibilities/': {
    label: '责任清单',
    description: '每家单位手上有哪些事，哪些过了期限。',
    from: ['orgs'],
  },
  '/scope/': {
    label: '本站不办的事',
    description: '哪些事这里办不了，该到哪里去办。',
  },
  '/my-study/': {
    label: '我的学习',
    description: '这台设备上记着的：学到哪一步，哪几题要再做，做过的笔记，下载了什么。可以导出，可以清空。',
    from: ['materials', 'paths', 'quizzes'],
  },
  '/topics/': {
    label: '专题',
    description: '同一件事的动态、材料和文件放在一起看。',
    from: ['activities', 'notices', 'materials', 'policies', 'projects', 'documents'],
  },
};

const addressOfPart = (part: string): string => (part.startsWith('/') ? part : `/${part}/`);

/** The group an address of the site belongs to: that of the longest part it begins with. */
export function groupOf(address: string): Group | undefined {
  const found = groups
    .flatMap((group) => [group.address, ...group.parts.map(addressOfPart)].map((start) => ({ group, start })))
    .filter(({ start }) => address.startsWith(start))
    .sort((a, b) => b.start.length - a.start.length);
  return found[0]?.group;
}
