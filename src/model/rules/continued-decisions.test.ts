import { expect, test } from 'vitest';
import { checkContent } from '../check/check-content.ts';

const noBody = () => ({ headings: [], links: [], pictures: [], problems: [] });

interface Written {
  number: number;
  closed?: string;
  result?: string;
  continues?: [meeting: string, number: number][];
}

function meeting(date: string, decisions: Written[]): [string, string] {
  const slug = date.slice(5).replace('-', '');
  const parts = decisions.map(({ number, closed, result, continues = [] }) =>
    [
      `  - number: ${String(number)}`,
      `    text: 修坡道\n    owner: wuye\n    due: 2027-12-31`,
      ...(closed === undefined ? [] : [`    closed: ${closed}`]),
      ...(result === undefined ? [] : [`    result: ${result}\n    note: 说明`]),
      ...(continues.length === 0 ? [] : ['    continues:']),
      ...continues.map(([of, which]) => `      - meeting: ${of}\n        number: ${String(which)}`),
    ].join('\n'),
  );
  const text = `title: ${slug} 的会\nslug: ${slug}\ndate: ${date}\ndecisions:\n${parts.join('\n')}`;
  return [`meetings/${date.slice(0, 4)}/${slug}/index.md`, `---\n${text}\n---\n`];
}

/** The messages about continued decisions, with their places. */
function messagesFor(...meetings: [string, string][]): string[] {
  const texts = new Map(meetings);
  return checkContent({ texts, paths: new Set(texts.keys()) }, { renderBody: noBody })
    .problems.filter(({ message }) => message.includes('接续的决定') || message.includes('接续'))
    .map(({ file, label, message }) => `${file.split('/').at(-2) ?? ''} ${label ?? ''}：${message}`);
}
const april = meeting('2025-04-16', [{ number: 3 }, { number: 4, closed: '2025-05-01', result: 'done' }]);

test('accepts a chain of meetings', () => {
  const march = meeting('2026-03-18', [{ number: 2, continues: [['0416', 3]] }]);
  const july = meeting('2026-07-08', [{ number: 1, continues: [['0318', 2]] }]);
  expect(messagesFor(april, march, july)).toEqual([]);
});

test('accepts a decision that continues several, and one that was dropped', () => {
  const june = meeting('2025-06-01', [{ number: 1, closed: '2026-03-18', result: 'dropped' }]);
  const march = meeting('2026-03-18', [
    {
      number: 2,
      continues: [
        ['0416', 3],
        ['0601', 1],
      ],
    },
  ]);
  expect(messagesFor(april, june, march)).toEqual([]);
});

test('names the first continuation to the second one', () => {
  const march = meeting('2026-03-18', [{ number: 2, continues: [['0416', 3]] }]);
  const july = meeting('2026-07-08', [
    { number: 1, continues: [['0416', 3]] },
    { number: 5, continues: [['0416', 3]] },
  ]);
  const sentence = (place: number): string =>
    `0708 第几条：“决定”第 ${String(place)} 项的“接续的决定”第 1 项：“0416 的会”第 3 条已经由“0318 的会”第 2 条接续，一条决定只能由一条接续，请改成接续“0318 的会”第 2 条，或删去这一项。`;
  expect(messagesFor(april, march, july)).toEqual([sentence(1), sentence(2)]);
});

test('says what to do about a decision that cannot be continued', () => {
  const place = '0318 第几条：“决定”第 1 项的“接续的决定”第 1 项：';
  const march = (of: string, number: number, more: Partial<Written> = {}): [string, string] =>
    meeting('2026-03-18', [{ number: 2, continues: [[of, number]], ...more }, { number: 6 }]);
  expect(messagesFor(april, march('0416', 9))).toEqual([
    `${place}“0416 的会”没有第 9 条决定，它的编号有：3、4，请改成其中一个。`,
  ]);
  expect(messagesFor(april, march('0416', 4))).toEqual([
    `${place}“0416 的会”第 4 条已经在 2025-05-01 办成，不用再接续，请删去这一项；没有办成的，把那一条的“了结日期”、“了结的结果”和“依据”删去。`,
  ]);
  expect(messagesFor(april, march('0318', 2))).toEqual([`${place}接续的是这一条自己，请改选以前的会议。`]);
  expect(messagesFor(april, march('0318', 6))).toEqual([
    `${place}“0318 的会”第 6 条是同一次会议定下的，接续的只能是以前的会定下的事，请改选会议或删去这一项。`,
  ]);
  const later = meeting('2026-07-08', [{ number: 1 }]);
  expect(messagesFor(later, march('0708', 1))).toEqual([
    `${place}“0708 的会”（2026-07-08）不早于这次会议（2026-03-18），接续的只能是以前的会定下的事，请核对是哪次会议。`,
  ]);
  const closedAfterwards = meeting('2025-06-01', [{ number: 1, closed: '2026-03-19', result: 'dropped' }]);
  expect(messagesFor(closedAfterwards, march('0601', 1))).toEqual([
    `${place}“0601 的会”第 1 条由这一条接续以后又写了“了结日期”（2026-03-19），请删去那一条的“了结日期”和“了结的结果”，办得怎样写在这一条里。`,
  ]);
  expect(messagesFor(april, march('0999', 1)).join()).toContain('“哪次会议”');
});
