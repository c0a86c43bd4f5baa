import { parseFragment } from 'parse5';
import { parseFeed } from 'feedsmith';
import { harmfulIn, normalised, withoutUnseen } from '../../model/text/characters.ts';
import { textFormats } from '../../model/fields.ts';
import { wordsIn } from '../../html/tree.ts';
import { dayOf } from './feed-day.ts';
import type { FeedDay } from './feed-day.ts';
import { shown } from './feed-address.ts';
import type { FeedHosts } from './feed-address.ts';
import { linkOf } from './feed-link.ts';
import { notAFeedReason } from './not-a-feed.ts';
import { rawFeedEntries } from './feed-entries.ts';
import type { RawFeedEntry } from './feed-entries.ts';

export interface PartnerItem {
  title: string;
  url: string;
  day: string;
}
export interface PartnerFeed {
  items: PartnerItem[];
  /** Entries that cannot be cited, each with the reason. */
  leftOut: { title: string; reason: string }[];
  /** How many entries at the end were not looked at, because there are too many. */
  unread: number;
  /** Why the text is not a feed. */
  refused?: string;
}

/** No feed of a partner lists so many; the newest are first. */
const mostEntries = 1000;

/**
 * Reads a partner's feed in any format: title, web address and day in Beijing of each entry. `address` is the address
 * of the feed, as base for relative links; entries may be on `hosts`, also in a private network.
 */
export function readPartnerFeed(text: string, address?: string, hosts: FeedHosts = []): PartnerFeed {
  const feed: PartnerFeed = { items: [], leftOut: [], unread: 0 };
  const entries = entriesIn(text, address);
  if (typeof entries === 'string') return { ...feed, refused: withoutUnseen(entries) };
  feed.unread = Math.max(0, entries.length - mostEntries);
  const taken = new Map<string, PartnerItem>();
  for (const entry of entries.slice(0, mostEntries)) {
    const title = titleOf(entry);
    const read = asItem(entry, title, address, hosts);
    if ('reason' in read) {
      feed.leftOut.push({ title: withoutUnseen(title), reason: read.reason });
      continue;
    }
    const same = taken.get(read.url);
    if (!same) {
      taken.set(read.url, read);
      feed.items.push(read);
    } else if (same.title !== title) {
      // Sites without a page for each news item link all of them to the home page.
      feed.leftOut.push({ title, reason: `原文网址和“${same.title}”的相同` });
    }
  }
  return feed;
}

function entriesIn(text: string, address: string | undefined): RawFeedEntry[] | string {
  const why = notAFeedReason(text, address);
  if (why !== undefined) return why;
  try {
    // Some servers print a warning before the feed.
    const begins = text.search(/<\?xml|<rss\b|<feed\b|<rdf:RDF\b/i);
    const entries = rawFeedEntries(
      parseFeed(begins > 0 && !/^\s*\{/.test(text) ? text.slice(begins) : text.trim()),
    );
    return entries.length > 0 ? entries : '对方的订阅里现在一条内容也没有。';
  } catch {
    // The library's two error messages do not help the person who reads this.
    return /<(?:rss|feed|rdf:RDF)\b/i.test(text)
      ? '对方的订阅不完整，多半没有传完，请过一会儿再取一次。'
      : '这个地址给的不是订阅，请向对方单位问订阅（RSS）的地址。';
  }
}

function asItem(
  entry: RawFeedEntry,
  title: string,
  address: string | undefined,
  hosts: FeedHosts,
): PartnerItem | { reason: string } {
  if (title === '') return { reason: '没有题目' };
  const harm = harmfulIn(title);
  // The second sentence is advice for the author of the page.
  if (harm !== undefined) return { reason: `题目里${harm.split('。', 1)[0] ?? ''}` };
  const link = linkOf(entry, address, hosts);
  if ('reason' in link) return link;
  if (!textFormats.url.pattern.test(link.url)) return { reason: `原文网址${shown(link.url)}不能用` };
  const days = entry.moments.map(dayOf);
  // The first readable one: feeds repeat the date in several places, and often only one is valid.
  const day = days.find((each): each is Extract<FeedDay, { day: string }> => 'day' in each);
  if (!day) return days[0] && 'reason' in days[0] ? days[0] : { reason: '没有找到日期' };
  return { title, url: link.url, day: day.day };
}

/** With markup; only 80 characters of the text are shown. */
const longestTitle = 4000;

/** The title as one line of plain text. Longer ones end with dots, so that editors see the cut. */
function titleOf({ title: written, isText }: RawFeedEntry): string {
  const title = written.slice(0, longestTitle);
  const words = isText || !/[<&]/.test(title) ? title : wordsIn(parseFragment(title));
  const plain = normalised(words).replace(/\s+/g, ' ').trim();
  const letters = [...plain];
  return letters.length > 80 ? `${letters.slice(0, 78).join('')}……` : plain;
}
