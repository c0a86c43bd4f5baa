import { found, nameOf } from './rule.ts';
import type { Finding, RuleContext, PartOf, Rule, RuleEntry } from './rule.ts';

type Meeting = RuleEntry<'meetings'>;
type Decision = PartOf<'meetings', 'decisions'>;

/**
 * Checks which decision may continue which. Every matter counts once: the earlier decision has an earlier day, is not done
 * yet, and is continued by only one decision. A chain continues from its last decision.
 */
export const continuedDecisions: Rule<'meetings'> = (entry, hub) =>
  (entry.data.decisions ?? []).flatMap((decision, index) =>
    (decision.continues ?? []).flatMap(({ meeting, number }, referenceIndex) => {
      const earlier = hub.find('meetings', meeting);
      if (!earlier || number === undefined) return [];
      const findingsWith = (message: string): Finding[] => [
        found(`decisions.${String(index)}.continues.${String(referenceIndex)}.number`, message),
      ];
      const message = continuationProblem(entry, decision, earlier, number);
      if (message !== undefined) return findingsWith(message);
      const first = continuationsOf(earlier.slug, number, hub)[0];
      if (
        !first ||
        (first.meeting.slug === entry.slug &&
          first.index === index &&
          first.referenceIndex === referenceIndex)
      )
        return [];
      const { number: taken } = first.decision;
      return findingsWith(
        `${nameOf(earlier)}第 ${String(number)} 条已经由${nameOf(first.meeting)}第 ${String(taken ?? 0)} 条接续，一条决定只能由一条接续，请改成接续${nameOf(first.meeting)}第 ${String(taken ?? 0)} 条，或删去这一项。`,
      );
    }),
  );

function continuationProblem(
  entry: Meeting,
  { number: own }: Decision,
  earlier: Meeting,
  number: number,
): string | undefined {
  const name = `${nameOf(earlier)}第 ${String(number)} 条`;
  if (earlier.slug === entry.slug)
    return number === own
      ? '接续的是这一条自己，请改选以前的会议。'
      : `${name}是同一次会议定下的，接续的只能是以前的会定下的事，请改选会议或删去这一项。`;
  const [before, day] = [earlier.data.date, entry.data.date];
  if (before !== undefined && day !== undefined && before >= day)
    return `${nameOf(earlier)}（${before}）不早于这次会议（${day}），接续的只能是以前的会定下的事，请核对是哪次会议。`;
  const taken = (earlier.data.decisions ?? []).find((each) => each.number === number);
  if (!taken) {
    const numbers = (earlier.data.decisions ?? []).flatMap((each) => each.number ?? []).join('、');
    return numbers === ''
      ? `${nameOf(earlier)}没有写下决定，请改选会议或删去这一项。`
      : `${nameOf(earlier)}没有第 ${String(number)} 条决定，它的编号有：${numbers}，请改成其中一个。`;
  }
  const { closed, result } = taken;
  if (closed === undefined) return undefined;
  if (result === 'done')
    return `${name}已经在 ${closed} 办成，不用再接续，请删去这一项；没有办成的，把那一条的“了结日期”、“了结的结果”和“依据”删去。`;
  if (day !== undefined && closed > day)
    return `${name}由这一条接续以后又写了“了结日期”（${closed}），请删去那一条的“了结日期”和“了结的结果”，办得怎样写在这一条里。`;
  return undefined;
}

interface Continuation {
  meeting: Meeting;
  decision: Decision;
  index: number;
  referenceIndex: number;
}

/** All references that continue a decision, in the order of the meetings. */
function continuationsOf(slug: string, number: number, hub: RuleContext): Continuation[] {
  return hub
    .referring('meetings', 'meetings', slug)
    .flatMap((meeting) =>
      (meeting.data.decisions ?? []).flatMap((decision, index) =>
        (decision.continues ?? []).flatMap((each, referenceIndex) =>
          each.meeting === slug && each.number === number
            ? [{ meeting, decision, index, referenceIndex }]
            : [],
        ),
      ),
    )
    .sort((a, b) => orderOf(a).localeCompare(orderOf(b)));
}

const orderOf = ({ meeting }: Continuation): string => `${meeting.data.date ?? ''} ${meeting.slug}`;
