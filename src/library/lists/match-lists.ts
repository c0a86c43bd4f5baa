import { isOnOffer, matchesOfNeeds } from '../ledgers/joint/need-matches.ts';
import type { Match } from '../ledgers/joint/need-matches.ts';
import { inOrderOfUrgency } from '../ledgers/joint/project-progress.ts';
import { isUnused, usersOf } from '../ledgers/joint/resource-users.ts';
import type { Ledgers, Row } from '../ledgers/row.ts';
import { needMark } from '../lines/need-lines.ts';
import { projectMark } from '../lines/project-lines.ts';
import type { Mark } from '../lines/entry-lines.ts';

/** A need, a resource or a project, with links into the two other lists. */
export interface MatchItem {
  title: string;
  address: string;
  sample?: boolean | undefined;
  /** Its state, or a sentence if it has none. */
  state?: Mark | string;
  links: { label: string; entries: { title: string; address: string }[] }[];
}

export interface MatchLists {
  needs: MatchItem[];
  resources: MatchItem[];
  projects: MatchItem[];
  waiting: number;
  /** Days of the longest wait. */
  longestWait: number;
  /** Resources on offer that nothing uses. */
  unused: number;
}

type MatchLedgers = Pick<Ledgers, 'needs' | 'resources' | 'projects' | 'services'>;
type LinkedRow = Row<'needs'> | Row<'resources'> | Row<'projects'> | Row<'services'>;

/** Needs, resources on offer and projects, for the page with the three lists. */
export function matchLists(ledgers: MatchLedgers, today: string): MatchLists {
  const matches = matchesOfNeeds(ledgers, today);
  const waiting = matches.filter(({ state }) => state === 'waiting' || state === 'lapsed');
  const resources = ledgers.resources
    .filter((resource) => isOnOffer(resource, today))
    .map((resource) => ({ resource, users: usersOf(resource.slug, ledgers, today) }));
  const [unused, used] = [
    resources.filter(({ users }) => isUnused(users)),
    resources.filter(({ users }) => !isUnused(users)),
  ];
  return {
    needs: matches.map(needItem),
    // Unused resources come first, because something can still be done with them.
    resources: [
      ...unused.map(({ resource }) => item(resource, [], '还没有需求和服务用上它')),
      ...used.map(({ resource, users }) =>
        item(resource, [
          { label: '配上', rows: users.needs.map(({ need }) => need) },
          { label: '用到它的服务', rows: users.services },
        ]),
      ),
    ],
    projects: inOrderOfUrgency(ledgers.projects, today).map((project) => {
      const answered = matches.filter((match) => match.project?.slug === project.slug);
      return item(
        project,
        [{ label: '回应', rows: answered.map(({ need }) => need) }],
        projectMark(project, today),
      );
    }),
    waiting: waiting.length,
    longestWait: Math.max(0, ...waiting.map(({ daysWaited }) => daysWaited)),
    unused: unused.length,
  };
}

const needItem = (match: Match): MatchItem =>
  item(
    match.need,
    [
      { label: '资源', rows: match.resource ? [match.resource] : [] },
      { label: '项目', rows: match.project ? [match.project] : [] },
      {
        label: `同类的资源有 ${String(match.candidates.length)} 项`,
        rows: match.candidates.slice(0, 3),
      },
    ],
    needMark(match),
  );

function item(
  { address, data: { title, sample } }: LinkedRow,
  links: { label: string; rows: readonly LinkedRow[] }[],
  state?: Mark | string,
): MatchItem {
  return {
    title,
    address,
    sample,
    ...(state === undefined ? {} : { state }),
    links: links
      .filter(({ rows }) => rows.length > 0)
      .map(({ label, rows }) => ({
        label,
        entries: rows.map((row) => ({ title: row.data.title, address: row.address })),
      })),
  };
}
