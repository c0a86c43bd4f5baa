import { termOf } from '../joint/agreement-terms.ts';
import { courseOf, wasAnsweredLate } from '../concerns/concern-course.ts';
import { isClosedOn } from '../concerns/concern-states.ts';
import { statisticsOf } from '../concerns/concern-statistics.ts';
import { decisionsOf, decisionState } from '../joint/decision-states.ts';
import { matchesOfNeeds } from '../joint/need-matches.ts';
import { postState } from '../life/post-states.ts';
import { tallyOf } from '../joint/project-progress.ts';
import type { Ledgers } from '../row.ts';
import { freshnessOf } from '../life/service-freshness.ts';

/** Collections that figures are counted from. */
export type CountedEntry =
  'activities' | 'agreements' | 'projects' | 'meetings' | 'needs' | 'concerns' | 'services' | 'posts';

/** A number with its source: the rule in words for readers, and the list to check it in. */
export interface Figure {
  key: string;
  label: string;
  /** Undefined if there is nothing to count yet. */
  value: number | undefined;
  unit: string;
  rule: string;
  /** The collection it is counted from. */
  section: CountedEntry;
  /** The list of that collection, or the part with just the counted entries. */
  address: string;
}

/** Rule: every figure is computed from the ledgers on the day of the build, never typed. */
export function figuresOf(ledgers: Ledgers, today: string): Figure[] {
  const year = today.slice(0, 4);
  const projects = tallyOf(ledgers.projects, today);
  const decisions = decisionsOf(ledgers.meetings).map((decision) => decisionState(decision, today));
  const matches = matchesOfNeeds(ledgers, today);
  const waiting = matches.filter(({ state }) => state === 'waiting' || state === 'lapsed');
  const statistics = statisticsOf(ledgers.concerns, `${year}-01-01`, today);
  const thisYear = (day: string): boolean => day.startsWith(year) && day.slice(0, 10) <= today;
  const figure = (
    key: string,
    label: string,
    value: number | undefined,
    unit: string,
    rule: string,
    section: CountedEntry,
    part = '',
  ): Figure => ({
    key,
    label,
    value,
    unit,
    rule,
    section,
    // The page of a part exists only if it has entries.
    address: `/${section}/${value === undefined || value === 0 ? '' : part}`,
  });

  return [
    figure(
      'activities',
      '今年办的活动',
      ledgers.activities.filter(({ data }) => thisYear(data.date)).length,
      '次',
      '活动日期在今年、有报道的活动',
      'activities',
      `${year}/`,
    ),
    figure(
      'agreements',
      '有效的共建协议',
      ledgers.agreements.filter((each) =>
        ['inForce', 'expiring'].includes(termOf(each, ledgers.agreements, today).state),
      ).length,
      '份',
      '今天在生效日期和到期日期之间、没有提前终止的协议',
      'agreements',
    ),
    figure('projects', '共建项目', projects.total, '个', '项目清单里的全部项目', 'projects'),
    figure(
      'projects-running',
      '进行中的项目',
      projects.running + projects.waiting,
      '个',
      '还没结束、也没有过期限的项目',
      'projects',
      'state/running/',
    ),
    figure(
      'projects-done',
      '办成的项目',
      projects.done,
      '个',
      '已经结束、结果是“办成”的项目',
      'projects',
      'state/done/',
    ),
    figure(
      'projects-done-share',
      '项目办成率',
      projects.doneShare,
      '%',
      '办成的项目除以全部项目；部分办成和终止的不算办成',
      'projects',
    ),
    figure(
      'projects-overdue',
      '逾期的项目',
      projects.overdue,
      '个',
      '还没结束、今天过了期限的项目；延过期的按延后的日子算',
      'projects',
      'state/overdue/',
    ),
    figure(
      'projects-terminated',
      '终止的项目',
      projects.terminated,
      '个',
      '已经结束、结果是“终止”的项目',
      'projects',
      'state/terminated/',
    ),
    figure(
      'decisions-open',
      '没办完的会议决定',
      decisions.filter((state) => state === 'open' || state === 'overdue').length,
      '件',
      '会议定下、还没有了结的事，逾期的也在内；由后来的会接续的，只数后来那一条',
      'meetings',
      'decisions/',
    ),
    figure(
      'decisions-overdue',
      '逾期的会议决定',
      decisions.filter((state) => state === 'overdue').length,
      '件',
      '会议定下、还没有了结、今天过了期限的事；由后来的会接续的，只数后来那一条',
      'meetings',
      'decisions/#overdue',
    ),
    figure(
      'needs-waiting',
      '还在等的需求',
      waiting.length,
      '项',
      '没有配上资源或项目、也没有了结的需求',
      'needs',
      '#waiting',
    ),
    figure(
      'needs-longest',
      '等得最久的需求',
      waiting.length === 0 ? undefined : Math.max(...waiting.map(({ daysWaited }) => daysWaited)),
      '天',
      '还在等的需求里，从提出那天到今天最长的天数',
      'needs',
      '#waiting',
    ),
    figure(
      'concerns',
      '今年收到并公开的民情',
      statistics.total,
      '件',
      '收到日期在今年的民情',
      'concerns',
      `${year}/`,
    ),
    figure(
      'concerns-open',
      '正在办的民情',
      ledgers.concerns.filter((concern) => !isClosedOn(concern, today)).length,
      '件',
      '最后一条办理记录不是已解决、部分解决或不能办理的民情，往年的也在内',
      'concerns',
      'state/open/',
    ),
    figure(
      'concerns-median',
      '民情答复用时',
      statistics.medianDays,
      '天',
      '今年收到并答复的民情，从收到到第一次答复的天数，取正中间的一件',
      'concerns',
      `${year}/`,
    ),
    figure(
      'concerns-late',
      '超期答复的民情',
      ledgers.concerns.filter((concern) => wasAnsweredLate(concern, today)).length,
      '件',
      '有一次答复晚于期限的民情，往年的也在内；顺延过的按原定的期限，重新办理的从重新打开那天另算',
      'concerns',
      'state/late/',
    ),
    figure(
      'concerns-reopened',
      '重新办理的民情',
      ledgers.concerns.filter((concern) => courseOf(concern, today).reopened > 0).length,
      '件',
      '办理记录里有“重新办理”的民情，往年的也在内',
      'concerns',
      'state/again/',
    ),
    figure(
      'services-stale',
      '该核实的服务',
      ledgers.services.filter((service) => freshnessOf(service, today).stale).length,
      '项',
      '最近核实的日子到今天超过 90 天的便民服务',
      'services',
    ),
    figure(
      'posts-open',
      '正在招的学生岗位',
      ledgers.posts.filter((post) => postState(post, today) === 'open').length,
      '个',
      '今天没有过报名截止、也没有招满的岗位',
      'posts',
    ),
  ];
}
