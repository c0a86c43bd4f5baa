import { expect, test } from 'vitest';
import { checkContent } from '../check/check-content.ts';

const noBody = () => ({ headings: [], links: [], pictures: [], problems: [] });
const today = '2026-03-15';

/** The messages about the days of an entry, on a given day. */
function messagesFor(folder: string, lines: string, day: string | null = today): string[] {
  const slug = folder.split('/').at(-1) ?? '';
  const text = `---\ntitle: 事\nslug: ${slug}\n${lines}\n---\n`;
  const texts = new Map([[`${folder}/index.md`, text]]);
  return checkContent(
    { texts, paths: new Set(texts.keys()) },
    { renderBody: noBody, ...(day === null ? {} : { today: day }) },
  )
    .problems.map(({ message }) => message)
    .filter((message) => /还没有到|晚于|早于/.test(message));
}
const notYet = (label: string, day = '2026-03-16'): string =>
  `“${label}”（${day}）还没有到，这里只记已经发生的事，请核对日期。`;

/** One statement about the past in each collection that has any. */
const pastDays: [folder: string, label: string, lines: string][] = [
  ['activities/2026/x', '活动日期', 'date: DAY'],
  ['meetings/2026/x', '会议日期', 'date: DAY'],
  ['meetings/2026/x', '了结日期', 'date: 2026-03-01\ndecisions:\n  - closed: DAY'],
  ['concerns/2026/x', '收到日期', 'received: DAY'],
  ['concerns/2026/x', '日期', 'received: 2026-03-01\nlog:\n  - day: DAY\n    state: accepted'],
  ['projects/x', '日期', 'records:\n  - day: DAY\n    round: 1\n    stage: plan'],
  ['projects/x', '决定日期', 'extensions:\n  - day: DAY'],
  ['projects/x', '结束日期', 'ended: DAY'],
  ['agreements/x', '签订日期', 'signed: DAY'],
  ['agreements/x', '提前终止日', 'ended: DAY'],
  ['documents/x', '成文日期', 'issued: DAY'],
  ['documents/x', '签发日期', 'signed: DAY'],
  ['documents/x', '失效日期', 'ended: DAY\nvalidity: repealed'],
  ['documents/x', '调查结束', 'surveyUntil: DAY'],
  ['policies/x', '成文日期', 'issued: DAY'],
  ['services/x', '最近核实', 'verified: DAY'],
  ['needs/x', '提出日期', 'since: DAY'],
  ['needs/x', '配上的日期', 'matched: DAY'],
  ['needs/x', '了结日期', 'closed: DAY'],
  ['posts/x', '招满日期', 'filled: DAY'],
  ['deliberations/x', '开始日期', 'started: DAY'],
  ['deliberations/x', '日期', 'steps:\n  - day: DAY\n    step: collect'],
  ['clippings/x', '取来的日子', 'taken: DAY'],
];

test.each(pastDays)('%s: rejects %s of tomorrow and accepts today', (folder, label, lines) => {
  const on = (day: string): string[] => messagesFor(folder, lines.replace('DAY', day));
  expect(on('2026-03-16').join('\n')).toContain(notYet(label));
  expect(on(today).join('\n')).not.toContain('还没有到');
  // Without today's date nothing is compared.
  expect(messagesFor(folder, lines.replace('DAY', '2099-01-01'), null).join('\n')).not.toContain('还没有到');
});

const event = (state: string, start: string, end?: string): string =>
  `state: ${state}\nstart: ${start}T09:00:00+08:00${end === undefined ? '' : `\nend: ${end}T11:00:00+08:00`}`;

test('an event is held only after its end', () => {
  const folder = 'events/2026/x';
  expect(messagesFor(folder, event('held', '2026-03-16'))).toEqual([
    '“开始时间”（2026-03-16）还没有到，“状态”却是已举办，请改成筹备中或已确定，或核对时间。',
  ]);
  expect(messagesFor(folder, event('held', '2026-03-14', '2026-03-17'))).toEqual([
    '“结束时间”（2026-03-17）还没有到，“状态”却是已举办，请等办完再改，或核对时间。',
  ]);
  expect(messagesFor(folder, event('held', '2026-03-15', '2026-03-15'))).toEqual([]);
  for (const state of ['planned', 'confirmed', 'cancelled']) {
    expect(messagesFor(folder, event(state, '2026-05-01', '2026-05-02'))).toEqual([]);
  }
  expect(
    messagesFor(folder, `${event('planned', '2026-05-01')}\nchanged: 2026-03-16T00:00:00+08:00`),
  ).toEqual([notYet('改动时间')]);
});

test('accepts deadlines, terms and first days in the future', () => {
  expect(messagesFor('projects/x', 'start: 2026-04-01\ndue: 2026-12-31')).toEqual([]);
  expect(messagesFor('agreements/x', 'signed: 2026-03-15\nsince: 2026-04-01\nuntil: 2027-03-31')).toEqual([]);
  expect(messagesFor('resources/x', 'since: 2026-04-01')).toEqual([]);
  expect(messagesFor('menus/2026/x', 'week: 2026-03-16')).toEqual([]);
});

test('rejects days in an impossible order', () => {
  expect(messagesFor('meetings/2026/x', 'date: 2026-03-10\nfrom: 2026-01-01\nuntil: 2026-03-31')).toEqual([
    '“分析的截止日”（2026-03-31）晚于会议日期（2026-03-10），会上分析不了以后的事，请核对日期。',
  ]);
  expect(
    messagesFor('documents/x', 'issued: 2026-03-01\nsurveyFrom: 2026-02-01\nsurveyUntil: 2026-03-08'),
  ).toEqual(['“调查结束”（2026-03-08）晚于“成文日期”（2026-03-01），报告要等调查完了再写，请核对日期。']);
  expect(messagesFor('activities/2026/x', 'date: 2026-03-10\npublished: 2026-03-09T20:00:00+08:00')).toEqual([
    '“发布时间”（2026-03-09）早于“活动日期”（2026-03-10），报道要等活动办过再写，请核对日期。',
  ]);
});
