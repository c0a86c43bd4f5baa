import { daysBetween } from '../../../model/calendar-days.ts';
import { openItems, termOf } from '../joint/agreement-terms.ts';
import { daysOverdue } from '../concerns/concern-states.ts';
import { daysLate, openDecisions } from '../joint/decision-states.ts';
import { lastDayOf, missesReport, reportDays } from '../life/event-days.ts';
import { matchesOfNeeds } from '../joint/need-matches.ts';
import { progressOf } from '../joint/project-progress.ts';
import type { Ledgers } from '../row.ts';
import { freshnessOf } from '../life/service-freshness.ts';

export const reminderKinds = {
  concern: '民情超过答复期限',
  decision: '会议决定逾期',
  project: '项目逾期',
  agreement: '协议到期',
  need: '需求还在等',
  event: '活动缺报道',
  service: '服务该核实',
} as const;

export interface Reminder {
  kind: keyof typeof reminderKinds;
  title: string;
  address: string;
  /** What to do about it, in one sentence. */
  message: string;
  days: number;
}

/** Days a need may wait before there is a reminder. */
const needReminderDays = 30;

/**
 * Rule: what has become overdue. The checker does not report it: no edit caused it, and the site must still build
 * when a day has passed. So it is shown instead.
 */
export function remindersOf(ledgers: Ledgers, today: string): Reminder[] {
  const { concerns, meetings, projects, agreements, events, services } = ledgers;
  const reminders = [
    ...concerns.map((row) =>
      reminder(
        'concern',
        row,
        daysOverdue(row, today),
        (days) => `过了答复期限 ${days} 天，请答复或写明进展。`,
      ),
    ),
    ...openDecisions(meetings, today).map((decision) =>
      reminder(
        'decision',
        { address: decision.address, data: { title: decision.text } },
        daysLate(decision, today),
        (days) => `过了期限 ${days} 天，请写上了结的日期和依据，或在下次会上说明。`,
      ),
    ),
    ...projects
      .filter(({ data }) => data.ended === undefined)
      .map((row) =>
        reminder(
          'project',
          row,
          progressOf(row, today).daysOver,
          (days) => `过了期限 ${days} 天，请补上阶段记录，或写一条延期。`,
        ),
      ),
    ...agreements.map((row) => {
      const { state, daysLeft, renewedBy } = termOf(row, agreements, today);
      if (state === 'expiring')
        return reminder('agreement', row, Math.max(daysLeft, 1), (days) =>
          daysLeft === 0 ? '今天到期，请商量续签。' : `还有 ${days} 天到期，请商量续签。`,
        );
      const open = state === 'expired' && !renewedBy ? openItems(row, projects).length : 0;
      const over = open === 0 ? 0 : daysBetween(row.data.until, today);
      return reminder(
        'agreement',
        row,
        over,
        (days) => `到期已经 ${days} 天，还有 ${String(open)} 条没有办完，请续签或写明怎么收尾。`,
      );
    }),
    ...matchesOfNeeds(ledgers, today)
      .filter(
        ({ state, daysWaited }) =>
          (state === 'waiting' || state === 'lapsed') && daysWaited > needReminderDays,
      )
      .map(({ need, daysWaited, candidates }) =>
        reminder('need', need, daysWaited, (days) =>
          candidates.length === 0
            ? `已经等了 ${days} 天，还没有合适的资源，请提到下次联席会议上。`
            : `已经等了 ${days} 天，同类的资源有 ${String(candidates.length)} 项，请看看能不能配上。`,
        ),
      ),
    ...events
      .filter((event) => missesReport(event, today))
      .map((row) =>
        reminder(
          'event',
          row,
          daysBetween(lastDayOf(row), today) - reportDays,
          () => '已经办过，请写一篇报道连上；没有办成的，把状态改成已取消。',
        ),
      ),
    ...services
      .map((row) => ({ row, ...freshnessOf(row, today) }))
      .filter(({ stale }) => stale)
      .map(({ row, daysSince }) =>
        reminder(
          'service',
          row,
          daysSince,
          (days) => `${days} 天没有核实了，请打电话问一声，再改“最近核实”。`,
        ),
      ),
  ];
  const kinds = Object.keys(reminderKinds);
  return reminders
    .filter(({ days }) => days > 0)
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || b.days - a.days);
}

function reminder(
  kind: Reminder['kind'],
  row: { address: string; data: { title: string } },
  days: number,
  say: (days: string) => string,
): Reminder {
  return { kind, title: row.data.title, address: row.address, days, message: say(String(days)) };
}
