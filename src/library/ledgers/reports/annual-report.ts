import { annualVoices } from './annual-voices.ts';
import { periodOf } from './report-rows.ts';
import type { Period, ReportPart, ReportRow } from './report-rows.ts';
import type { Ledgers, Row } from '../row.ts';

/** Years in which the hub recorded anything, newest first. */
export function yearsOfReports({ activities, meetings, concerns }: Ledgers, today: string): string[] {
  const days = [
    ...activities.map(({ data }) => data.date),
    ...meetings.map(({ data }) => data.date),
    ...concerns.map(({ data }) => data.received),
  ];
  const years = days.filter((day) => day <= today).map((day) => day.slice(0, 4));
  return [...new Set(years)].sort().reverse();
}

/**
 * The eight headings of 国办函〔2018〕12号 for one year, each number counted in the content. Rule: an entry counts in the
 * year of its own day; states are those of the year's last day, or of today during the year.
 */
export function annualReport(ledgers: Ledgers, year: string, today: string): ReportPart[] {
  const period = periodOf(year, today);
  const list = listCounter(ledgers, period);
  const ended = ledgers.projects.filter(({ data }) => period.holds(data.ended));
  const done = ended.filter(({ data }) => data.outcome === 'done').length;
  return [
    {
      label: '信息发布',
      rows: [
        list('activities', '活动报道', '篇', '活动日期在这一年'),
        list('notices', '通知公告', '条', '发布时间在这一年'),
        list('documents', '公开文件', '份', '调查报告、方案、计划和制度，发布日期在这一年'),
        list('policies', '政策文件', '件', '发布日期在这一年'),
      ],
    },
    {
      label: '专栏专题',
      rows: [
        {
          label: '有更新的专题',
          value: topicsOf(ledgers, period).size,
          unit: '个',
          rule: '这一年的动态、通知、材料或文件归在里面',
          address: '/topics/',
        },
        {
          label: '办过活动的系列',
          value: new Set(
            ledgers.events
              .filter(({ data }) => data.state === 'held' && period.holds(data.start))
              .flatMap(({ data }) => data.series ?? []),
          ).size,
          unit: '个',
          rule: '系列里有这一年举办的活动',
          address: '/series/',
        },
      ],
    },
    {
      label: '解读回应',
      rows: [list('materials', '解读和学习材料', '篇', '发布日期在这一年')],
    },
    {
      label: '办事服务',
      rows: [
        {
          label: '便民服务',
          value: ledgers.services.length,
          unit: '项',
          rule: '名录里的全部服务，按网站更新那天',
          address: '/services/',
        },
        menusOf(ledgers.menus, year),
        list('posts', '发布的学生岗位', '个', '发布日期在这一年'),
      ],
    },
    { label: '互动交流', rows: annualVoices(ledgers, year, period) },
    {
      label: '安全防护',
      rows: [
        {
          label: '安全检测',
          value: undefined,
          unit: '',
          rule: '内容里没有记录，不替管网站的单位填；本站是静态网页，不收集读者的信息',
          address: '/privacy/',
        },
      ],
    },
    {
      label: '移动新媒体',
      rows: [
        {
          label: '客户端和公众号',
          value: undefined,
          unit: '',
          rule: '本站只有网页，手机上直接打开；更新可以用 RSS、JSON 和日历订阅',
          address: '/open-data/',
        },
      ],
    },
    {
      label: '创新发展',
      rows: [
        list('cases', '写成的实践案例', '个', '发布日期在这一年，没有办成的也在内'),
        {
          label: '办成的项目',
          value: done,
          unit: '个',
          rule: '结束日期在这一年，结果是“办成”',
          address: '/projects/',
        },
        {
          label: '没有全办成的项目',
          value: ended.length - done,
          unit: '个',
          rule: '结束日期在这一年，结果是“部分办成”或“终止”',
          address: '/projects/',
        },
      ],
    },
  ];
}

const days = {
  activities: ({ data }: Row<'activities'>) => data.date,
  notices: ({ data }: Row<'notices'>) => data.published,
  documents: ({ data }: Row<'documents'>) => data.published,
  policies: ({ data }: Row<'policies'>) => data.published,
  materials: ({ data }: Row<'materials'>) => data.published,
  posts: ({ data }: Row<'posts'>) => data.published,
  cases: ({ data }: Row<'cases'>) => data.published,
} as const;
type Listed = keyof typeof days;

/** Counts the entries of a list that belong to the period. */
const listCounter =
  (ledgers: Ledgers, period: Period) =>
  (name: Listed, label: string, unit: string, rule: string): ReportRow => {
    const dayOf = days[name] as (row: Row<Listed>) => string | undefined;
    const value = ledgers[name].filter((row) => period.holds(dayOf(row))).length;
    return { label, value, unit, rule, address: `/${name}/` };
  };

/** Rule: a menu counts by its Monday. Menus of future weeks count too: they are public, and the list includes them. */
const menusOf = (menus: Ledgers['menus'], year: string): ReportRow => {
  const value = menus.filter(({ data }) => data.week.startsWith(year)).length;
  return {
    label: '公布的食堂菜单',
    value,
    unit: '份',
    rule: '星期一在这一年，一个食堂一周一份，已经贴出的以后几周也在内',
    address: value === 0 ? '/menus/' : `/menus/${year}/`,
  };
};

function topicsOf(ledgers: Ledgers, { holds }: Period): Set<string> {
  const { activities, notices, documents, policies, materials } = ledgers;
  const dated = [
    ...activities.map(({ data }) => ({ day: data.date, topics: data.topics })),
    ...[...notices, ...documents, ...policies, ...materials].map(({ data }) => ({
      day: data.published,
      topics: data.topics,
    })),
  ];
  return new Set(dated.flatMap(({ day, topics = [] }) => (holds(day) ? (topics as string[]) : [])));
}
