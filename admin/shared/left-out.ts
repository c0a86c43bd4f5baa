import { collectionOf, isCollectionName } from '../../src/model/collections.ts';

/** An entry that readers do not see as it was published, and why. Written by the build, shown at the desk. */
export interface LeftOut {
  /** Its folder below content/: `notices/2026/a`. */
  entry: string;
  title: string;
  /** What readers have: the version before, an entry that was to be deleted, or nothing. */
  live: 'previous' | 'restored' | 'none';
  /** What the check says, its page could not be generated, or it belongs together with another one of the list. */
  reason: 'problem' | 'page' | 'related';
  /** Sentences of the check. */
  messages: string[];
  /** For the network administrator. */
  detail: string;
  /** 姓名 of the person who wrote the last change. */
  by?: string | undefined;
  /** User names of those who wrote and published it: they are told. */
  people?: string[] | undefined;
}

/** So many are named in a report, and in a message, which somebody has to read. */
export const mostNamed = 200;
const mostShown = 20;

export interface LeftOutReport {
  /** All of them, also those that are not named. */
  count: number;
  entries: LeftOut[];
}

/** The report of a build. One that cannot be read says nothing. */
export function parseLeftOut(text: string): LeftOutReport {
  const nothing = { count: 0, entries: [] };
  try {
    const { count, entries } = JSON.parse(text) as Partial<LeftOutReport>;
    return typeof count === 'number' && Array.isArray(entries) ? { count, entries } : nothing;
  } catch {
    return nothing;
  }
}

/** 通知公告《停水通知》 */
export function namedEntry({ entry, title }: Pick<LeftOut, 'entry' | 'title'>): string {
  const [name = ''] = entry.split('/');
  return `${isCollectionName(name) ? collectionOf(name).label : ''}《${title}》`;
}

/** What happened to one entry, for the people at the desk. */
export function leftOutSentence(left: LeftOut): string {
  const who = left.by === undefined ? '' : `（最后由${left.by}改动）`;
  return `${namedEntry(left)}${who}${reasons[left.reason]}${outcomes[left.live]}`;
}

const reasons: Readonly<Record<LeftOut['reason'], string>> = {
  problem: '里有需要修改的地方，',
  page: '的网页生成不出来，',
  related: '和这里的另一篇有关联，',
};

const outcomes: Readonly<Record<LeftOut['live'], string>> = {
  previous: '读者看到的还是改动以前的样子。',
  restored: '还没有从网站上删去。',
  none: '读者现在看不到它。',
};

/** All of it, one entry after the other, with what to do. */
export function leftOutMessage({ count, entries }: LeftOutReport): string {
  const shown = entries.slice(0, mostShown);
  const named = shown.map((left) =>
    [
      leftOutSentence(left),
      ...left.messages.map((message) => `  ${message}`),
      left.reason === 'page' ? '  请检查新加的图片和附件；没有看出问题，就请告诉网络管理员。' : '',
    ]
      .filter((line) => line !== '')
      .join('\n'),
  );
  const more = count > shown.length ? [`还有 ${String(count - shown.length)} 篇没有列出。`] : [];
  return [...named, ...more, '改好再发布，它们就会更新到网站。其他内容都已经更新。'].join('\n');
}

/** What a person is told: everything if they publish, else what they changed themselves. */
export function leftOutFor(
  report: LeftOutReport | undefined,
  { username, publishes }: { username: string; publishes: boolean },
): LeftOutReport {
  const { count, entries } = report ?? { count: 0, entries: [] };
  if (publishes) return { count, entries };
  const own = entries.filter(({ people = [] }) => people.includes(username));
  return { count: own.length, entries: own };
}
