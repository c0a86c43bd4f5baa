import { found, nameOf, findingIf } from './rule.ts';
import type { Finding, RuleContext, PartOf, RuleEntry, Rules } from './rule.ts';

/** A seat, as written by either side. */
type Seat = Partial<Pick<PartOf<'orgs', 'seats'>, 'org' | 'since' | 'until'>>;
type Org = RuleEntry<'orgs'>;

export const orgRules: Rules<'orgs'> = [
  ({ data }) =>
    findingIf(
      data.type !== undefined && data.type !== 'joint' && (data.seats?.length ?? 0) > 0,
      'seats',
      '只有类别是“共建组织”的单位才有“席位”；这家单位参加了哪个组织，请写在“参加的共建组织”里。',
    ),
  ({ slug, data }) => [
    ...overlappingSeats(slug, 'seats', data.seats),
    ...overlappingSeats(slug, 'memberOf', data.memberOf),
  ],
  // If A lists a seat of B, B must list it for the same days, or one of the two pages is wrong.
  (org, hub) => [
    ...mirrorFindings(org, hub, 'seats', 'memberOf', '参加的共建组织'),
    ...mirrorFindings(org, hub, 'memberOf', 'seats', '席位'),
  ],
];

function overlappingSeats(slug: string, field: 'seats' | 'memberOf', seats: readonly Seat[] = []): Finding[] {
  return seats.flatMap((seat, index) => {
    const at = `${field}.${String(index)}.org`;
    if (seat.org === slug) return [found(at, '这里写的是这家单位自己，请改成对方。')];
    const other = seats.findIndex(
      (one, place) => place < index && one.org === seat.org && overlap(one, seat),
    );
    if (other < 0) return [];
    const message = `和第 ${String(other + 1)} 项是同一家单位，日期重叠了。换了职责的，请让前一项在后一项开始的那天结束。`;
    return [found(at, message)];
  });
}

// One seat may end on the day when the next begins: a change of duty is not an overlap.
const overlap = (a: Seat, b: Seat): boolean =>
  a.since !== undefined &&
  b.since !== undefined &&
  a.since < (b.until ?? '9999') &&
  b.since < (a.until ?? '9999');

function mirrorFindings(
  org: Org,
  hub: RuleContext,
  field: 'seats' | 'memberOf',
  mirror: 'seats' | 'memberOf',
  mirrorLabel: string,
): Finding[] {
  const seats: readonly Seat[] = org.data[field] ?? [];
  return seats.flatMap((seat, index) => {
    const other = hub.find('orgs', seat.org);
    if (!other || other.slug === org.slug || seat.since === undefined) return [];
    // Days in the wrong order are reported elsewhere.
    if (seat.until !== undefined && seat.until < seat.since) return [];
    const theirs = ((other.data[mirror] ?? []) as readonly Seat[]).filter((one) => one.org === org.slug);
    if (theirs.some((one) => one.since === seat.since && one.until === seat.until)) return [];
    const at = `${field}.${String(index)}.org`;
    if (theirs.length === 0) {
      const message = `${nameOf(other)}的“${mirrorLabel}”里没有${nameOf(org)}，请在那边补上 ${term(seat)}，或删去这一项。`;
      return [found(at, message)];
    }
    const written = theirs.map(term).join('、');
    const message = `这里写的是 ${term(seat)}，${nameOf(other)}的“${mirrorLabel}”里写的是 ${written}，请让两边的日期一样。`;
    return [found(at, message)];
  });
}

const term = ({ since, until }: Seat): string =>
  `${since ?? ''} 起${until === undefined ? '' : `至 ${until}`}`;
