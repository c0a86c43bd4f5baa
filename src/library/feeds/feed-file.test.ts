import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { atomText, jsonFeedText, rssText } from './feed-file.ts';
import type { Feed } from './feed-file.ts';

const plain: Feed = {
  title: '榕荫共建·通知公告',
  description: '停水、停电和开会的通知',
  author: '榕荫共建',
  page: 'https://hub.example/hub/notices/',
  self: 'https://hub.example/hub/notices/rss.xml',
  items: [
    {
      title: '11 月 25 日停水',
      link: 'https://hub.example/hub/notices/2026/ting-shui/',
      moment: '2026-11-20T00:00:00+08:00',
      modified: '2026-11-21T09:30:00+08:00',
      summary: '请提前存水。',
      categories: ['通知公告', '后勤保障'],
      html: '<p>请<strong>提前</strong>存水。</p>',
    },
    {
      title: '《章程》全文',
      link: 'https://hub.example/hub/notices/2026/zhang-cheng/',
      moment: '2026-11-19T08:00:00+08:00',
      modified: undefined,
      summary: '在网页上读。',
      categories: [],
      html: undefined,
    },
  ],
};

/** Every character that one of the formats does not allow or treats specially. */
const bad =
  '停\u000b水\u0000\u001f\u007f\u0093\ufffe\uffff\ud842\u202e\ufffd]]><b>&#8;&nbsp;"\'<![CDATA[ ]]\ufffe>';
const hostile: Feed = {
  ...plain,
  title: bad,
  description: bad,
  author: bad,
  items: plain.items.map((item) => ({
    ...item,
    title: bad,
    summary: bad,
    categories: [bad],
    html: `<p title="${bad}">${bad}</p>`,
  })),
};

/** Errors that a strict parser of XML and namespaces finds. */
function faultsIn(xml: string): string[] {
  const faults: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', ({ message }) => {
    faults.push(message);
  });
  parser.write(xml).close();
  return faults;
}

describe.each([
  ['RSS', rssText],
  ['Atom', atomText],
])('%s', (_, write) => {
  test('writes well-formed XML for any input', () => {
    expect(faultsIn(write(plain))).toEqual([]);
    expect(faultsIn(write(hostile))).toEqual([]);
    expect(faultsIn(write({ ...plain, items: [] }))).toEqual([]);
    expect(faultsIn(write(plain).replace('停', '\u0001'))).not.toEqual([]);
  });

  test('keeps the HTML of a text unchanged', () => {
    const html = '<p>a &amp; b ]]&gt; <a href="https://a.example/?a=1&amp;b=2">c</a> ]]> d</p>';
    const read = write({ ...plain, items: plain.items.map((item) => ({ ...item, html })) });
    const texts: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on('cdata', (part) => {
      texts.push(part);
    });
    parser.write(read).close();
    expect(texts.join('')).toBe(html.repeat(2));
  });
});

test('writes address, date and guid in RSS', () => {
  const { title, description, link, language, atom, items = [] } = parseRssFeed(rssText(plain));
  expect({ title, description, link, language }).toEqual({
    title: plain.title,
    description: plain.description,
    link: plain.page,
    language: 'zh-cn',
  });
  expect(atom?.links).toEqual([{ href: plain.self, rel: 'self', type: 'application/rss+xml' }]);
  expect(items).toEqual([
    {
      title: '11 月 25 日停水',
      link: plain.items[0]!.link,
      guid: { value: plain.items[0]!.link, isPermaLink: true },
      pubDate: 'Thu, 19 Nov 2026 16:00:00 GMT',
      description: '请提前存水。',
      categories: [{ name: '通知公告' }, { name: '后勤保障' }],
      content: { encoded: '<p>请<strong>提前</strong>存水。</p>' },
    },
    {
      title: '《章程》全文',
      link: plain.items[1]!.link,
      guid: { value: plain.items[1]!.link, isPermaLink: true },
      pubDate: 'Thu, 19 Nov 2026 00:00:00 GMT',
      description: '在网页上读。',
    },
  ]);
});

test('writes what RFC 4287 requires of an Atom feed and its entries', () => {
  const { entries = [], ...feed } = parseAtomFeed(atomText(plain));
  expect(feed).toMatchObject({
    id: plain.self,
    title: { value: plain.title },
    subtitle: { value: plain.description },
    // The latest change of all entries.
    updated: '2026-11-21T01:30:00.000Z',
    authors: [{ name: '榕荫共建' }],
    links: [
      { href: plain.self, rel: 'self', type: 'application/atom+xml' },
      { href: plain.page, rel: 'alternate', type: 'text/html' },
    ],
    xml: { lang: 'zh-CN' },
  });
  expect(entries).toEqual([
    {
      id: plain.items[0]!.link,
      title: { value: '11 月 25 日停水' },
      links: [{ href: plain.items[0]!.link, rel: 'alternate', type: 'text/html' }],
      published: '2026-11-19T16:00:00.000Z',
      updated: '2026-11-21T01:30:00.000Z',
      summary: { value: '请提前存水。' },
      categories: [{ term: '通知公告' }, { term: '后勤保障' }],
      content: { value: '<p>请<strong>提前</strong>存水。</p>', type: 'html' },
    },
    {
      id: plain.items[1]!.link,
      title: { value: '《章程》全文' },
      links: [{ href: plain.items[1]!.link, rel: 'alternate', type: 'text/html' }],
      published: '2026-11-19T00:00:00.000Z',
      updated: '2026-11-19T00:00:00.000Z',
      summary: { value: '在网页上读。' },
    },
  ]);
});

test('writes the same Atom feed in each build if there are no entries', () => {
  const empty = atomText({ ...plain, items: [] });
  expect(empty).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
});

test('keeps UTC offsets in JSON Feed, and a text in each item', () => {
  const text = jsonFeedText(plain);
  expect(parseJsonFeed(text)).toMatchObject({ title: plain.title, feed_url: plain.self });
  const { version, items } = JSON.parse(text) as { version: string; items: object[] };
  expect(version).toBe('https://jsonfeed.org/version/1.1');
  expect(items).toMatchObject([
    {
      id: plain.items[0]!.link,
      date_published: '2026-11-20T00:00:00+08:00',
      date_modified: '2026-11-21T09:30:00+08:00',
      content_html: plain.items[0]!.html,
    },
    { content_text: '在网页上读。' },
  ]);
  expect(items[1]).not.toHaveProperty('date_modified');
  expect(jsonFeedText(hostile).isWellFormed()).toBe(true);
});
