import { parseFragment } from 'parse5';
import { parseFeed } from 'feedsmith';
import { harmfulIn, normalised, withoutUnseen } from '../../model/text/characters.ts';
import { textFormats } from '../../model/fields.ts';
import { wordsIn } from '../../html/tree.ts';
import { dayOf } from './feed-day.ts';
import type { FeedDay } from './feed-day.ts';
import { linkOf } from './feed-link.ts';
import { notAFeedReason } from './not-a-feed.ts';
import { rawFeedEntries } from './feed-entries.ts';
import type { RawFeedEntry } from './feed-entries.ts';

export interface FeedItem {
  title: string;
  url: string;
  day: string;
}
export interface PartnerFeed {
  items: FeedItem[];
  /** What cannot be cited, each with its reason. */
  leftOut: { title: string; reason: string }[];
  /** Why the whole is no feed. */
  refused?: string;
}

/**
 * What a partner's feed offers, in any of its formats: title, address on the web and day in Beijing of each entry.
 * `address` is where the feed was found, for links that are not whole.
 */
export function readPartnerFeed(text: string, address?: string): PartnerFeed {
  const feed: PartnerFeed = { items: [], leftOut: [] };
  const offers = offersIn(text, address);
  if (typeof offers === 'string') return { ...feed, refused: offers };
  for (const offer of offers) {
    const title = titleOf(offer);
    const read = asItem(offer, title, address);
    if ('reason' in read) {
      feed.leftOut.push({ title: withoutUnseen(title), reason: read.reason });
      continue;
    }
    const same = feed.items.find(({ url }) => url === read.url);
    if (!same) feed.items.push(read);
    else if (same.title !== title) {
      // Sites without pages of their own for their news link each of them to the home page.
      feed.leftOut.push({ title, reason: `原文网址和“${same.title}”的相同` });
    }
  }
  return feed;
}

function offersIn(text: string, address: string | undefined): RawFeedEntry[] | string {
  const why = notAFeedReason(text, address);
  if (why !== undefined) return why;
  try {
    // Some servers print a warning first.
    const begins = text.search(/<\?xml|<rss\b|<feed\b|<rdf:RDF\b/i);
    const offers = rawFeedEntries(
      parseFeed(begins > 0 && !/^\s*\{/.test(text) ? text.slice(begins) : text.trim()),
    );
    return offers.length > 0 ? offers : '对方的订阅里现在一条内容也没有。';
  } catch {
    // The library knows two faults, and neither says more to the person who reads this.
    return /<(?:rss|feed|rdf:RDF)\b/i.test(text)
      ? '对方的订阅不完整，多半没有传完，请过一会儿再取一次。'
      : '这个地址给的不是订阅，请向对方单位问订阅（RSS）的地址。';
  }
}

function asItem(
  offer: RawFeedEntry,
  title: string,
  address: string | undefined,
): FeedItem | { reason: string } {
  if (title === '') return { reason: '没有题目' };
  const harm = harmfulIn(title);
  // What to do about it is for whoever writes there.
  if (harm !== undefined) return { reason: `题目里${harm.split('。', 1)[0] ?? ''}` };
  const link = linkOf(offer, address);
  if ('reason' in link) return link;
  if (!textFormats.url.pattern.test(link.url)) return { reason: `原文网址“${link.url}”不能用` };
  const days = offer.moments.map(dayOf);
  // The first that can be read: feeds repeat the day in several places, and often only one is in order.
  const day = days.find((each): each is Extract<FeedDay, { day: string }> => 'day' in each);
  if (!day) return days[0] && 'reason' in days[0] ? days[0] : { reason: '没有找到日期' };
  return { title, url: link.url, day: day.day };
}

/** In a clipping's title: one line of plain words. Longer ones end with dots, for whoever looks at it to see. */
function titleOf({ title, isText }: RawFeedEntry): string {
  const words = isText || !/[<&]/.test(title) ? title : wordsIn(parseFragment(title));
  const plain = normalised(words).replace(/\s+/g, ' ').trim();
  const letters = [...plain];
  return letters.length > 80 ? `${letters.slice(0, 78).join('')}……` : plain;
}
