import { afterEach, expect, test, vi } from 'vitest';
import { problemsOf } from './check-collections.ts';
import type { CollectionsByName } from './check-collections.ts';
import type { Collection } from './define-collection.ts';
import type { Fields } from './fields.ts';

const branches: Collection = {
  name: 'branches',
  label: '支部风采',
  description: '一个支部一页。',
  counter: '个',
  title: 'title',
  date: 'published',
  order: 15,
  navigation: { group: 'joint' },
  feed: true,
  columnType: '机构信息',
  fields: {
    title: { kind: 'text', label: '名称', max: 40 },
    slug: { kind: 'slug', label: '网址名' },
    published: { kind: 'day', label: '发布日期', once: true },
    visits: {
      kind: 'parts',
      label: '走访',
      part: '走访',
      numberedBy: 'number',
      optional: true,
      fields: { number: { kind: 'number', label: '编号' }, day: { kind: 'day', label: '日期' } },
    },
    body: { kind: 'markdown', label: '正文' },
  },
};
const settings: Collection = {
  name: 'settings',
  label: '设置',
  description: '只有一份。',
  counter: '份',
  title: 'title',
  single: '/settings/',
  neededWith: ['branches'],
  order: 25,
  navigation: { none: 'It is linked from the foot.' },
  feed: { none: 'There is one entry.' },
  fields: { title: { kind: 'text', label: '名称' }, body: { kind: 'markdown', label: '正文' } },
};

const withFields = (fields: Fields): Partial<Collection> => ({ fields: { ...branches.fields, ...fields } });

/** The problems of two correct descriptions after a change to the first. */
const problemsWith = (change: Partial<Collection>, others: CollectionsByName = { settings }): string[] =>
  problemsOf({ branches: { ...branches, ...change }, ...others });

test('accepts correct descriptions', () => {
  expect(problemsWith({})).toEqual([]);
});

const wrong: [what: string, change: Partial<Collection>, sentence: string][] = [
  [
    'a name that is not that of its file',
    { name: 'branch' },
    'its file is branches.ts, but its name is "branch".',
  ],
  ['an empty label', { label: ' ' }, 'its label is empty.'],
  ['no measure word', { counter: undefined }, 'its counter is empty.'],
  [
    'a title that is not a field',
    { title: 'heading' },
    'its title is the field "heading", which it does not have.',
  ],
  ['a title that is a day', { title: 'published' }, 'its title "published" is a day, not a text.'],
  [
    'a title that may be missing',
    withFields({ title: { kind: 'text', label: '名称', optional: true } }),
    'its title "title" must not be optional.',
  ],
  ['a date that is not a field', { date: 'day' }, 'its date is the field "day", which it does not have.'],
  ['a date that is a text', { date: 'title' }, 'its date "title" is a text, not a day or moment.'],
  [
    'years without a date',
    { byYear: true, date: undefined, feed: { none: 'It has no news.' } },
    'it has byYear, but no date.',
  ],
  [
    'two texts',
    withFields({ more: { kind: 'markdown', label: '又一篇' } }),
    'its text is one markdown field called "body"; it has body, more.',
  ],
  [
    'a relation to an unknown collection',
    withFields({ org: { kind: 'relation', label: '单位', to: 'orgs' } }),
    'the field "org" points to "orgs", which is not a collection.',
  ],
  [
    'a relation to a single entry',
    withFields({ set: { kind: 'relation', label: '设置', to: 'settings' } }),
    'the field "set" points to "settings", which is a single entry: there is nothing to choose from.',
  ],
  [
    'a relation to an unknown collection in a part',
    withFields({
      seats: {
        kind: 'parts',
        label: '席位',
        part: '席位',
        fields: { org: { kind: 'relation', label: '单位', to: 'units' } },
      },
    }),
    'the field "seats.org" points to "units", which is not a collection.',
  ],
  [
    'a day that must not be before a field that is not a day',
    withFields({ until: { kind: 'day', label: '到哪天', notBefore: 'title' } }),
    'the field "until" must not be before "title", which is not a day or moment next to it.',
  ],
  [
    'a day that a copy would keep',
    withFields({ founded: { kind: 'day', label: '成立日期' } }),
    'the day "founded" belongs to one occasion, so a copy must not keep it: set once: true.',
  ],
  [
    'a moment that a copy would keep',
    withFields({ start: { kind: 'moment', label: '开始时间' } }),
    'the moment "start" belongs to one occasion, so a copy must not keep it: set once: true.',
  ],
  [
    'an initial value that is not an option',
    withFields({ state: { kind: 'choice', label: '状态', options: { open: '开' }, initial: 'shut' } }),
    'the field "state" starts as "shut", which is not one of its options.',
  ],
  [
    'parts numbered by a day',
    withFields({
      rounds: {
        kind: 'parts',
        label: '轮次',
        part: '一轮',
        numberedBy: 'day',
        fields: { day: { kind: 'day', label: '日期' } },
      },
    }),
    'the field "rounds" is numbered by "day", which is not a number field in it.',
  ],
  [
    'no order',
    { order: undefined, navigation: { none: 'It is found by search.' }, feed: { none: 'It has no news.' } },
    'it has no order among the collections.',
  ],
  ['no feed', { feed: undefined }, "its feed is missing; if it has none, write { none: 'the reason' }."],
  [
    'no reason for having no feed',
    { feed: { none: ' ' } },
    "its feed is missing; if it has none, write { none: 'the reason' }.",
  ],
  ['a feed without a date', { date: undefined }, 'a feed needs a list with a date.'],
  [
    'no place in the navigation',
    { navigation: undefined },
    "its navigation is missing; if it has none, write { none: 'the reason' }.",
  ],
  [
    'an unknown group',
    { navigation: { group: 'party' } as never },
    'its navigation group "party" does not exist; the groups are news, joint, voices, life, open, study.',
  ],
  ['no type for the page tags', { columnType: undefined }, 'a list needs a columnType for its page tags.'],
  ['topic pages without topics', { topicPages: true }, 'it has no topics for the topic pages.'],
  [
    'a site map by a field that is not a choice',
    { siteMap: { by: 'title', as: 'places' } },
    'its site map goes by "title", which is not a choice field.',
  ],
  ['neededWith in a list', { neededWith: ['settings'] }, 'only a single entry can have neededWith.'],
];

test.each(wrong)('rejects %s, with the name of the collection', (_, change, sentence) => {
  expect(problemsWith(change)).toContain(`branches: ${sentence}`);
});

test('rejects a list without a slug and a single entry with a slug', () => {
  const { slug, ...fields } = branches.fields;
  expect(problemsWith({ fields })).toEqual(['branches: it has no field "slug".']);
  const named = { settings: { ...settings, fields: { ...settings.fields, slug: slug! } } };
  expect(problemsWith({}, named)).toEqual(['settings: a single entry needs no slug.']);
});

test('rejects a single entry with half an address, a place in the navigation, a feed, or an unknown neededWith', () => {
  const single = (change: Partial<Collection>) => problemsWith({}, { settings: { ...settings, ...change } });
  expect(single({ single: '/settings' })).toEqual(['settings: its address must begin and end with a slash.']);
  expect(single({ neededWith: ['posts'] })).toEqual([
    'settings: it is needed with "posts", which is not a collection.',
  ]);
  expect(single({ navigation: { group: 'news' } })).toEqual([
    'settings: a single entry has no list for the navigation; its page is a fixed page there.',
  ]);
  expect(single({ feed: true })).toEqual(['settings: a feed needs a list with a date.']);
});

test('rejects a shared place among the collections, in the desk, among the feeds, in the navigation', () => {
  const second = (change: Partial<Collection>) =>
    problemsWith({}, { settings, posts: { ...branches, name: 'posts', order: 35, ...change } });
  expect(second({})).toEqual([]);
  expect(second({ order: 25, navigation: { none: 'why' } })).toEqual([
    'settings, posts: they share place 25 among the collections.',
    'settings, posts: they share place 25 in the menu of the desk.',
  ]);
  expect(second({ deskOrder: 15 })).toEqual([
    'branches, posts: they share place 15 in the menu of the desk.',
  ]);
  expect(second({ feed: { order: 15 } })).toEqual(['branches, posts: they share place 15 among the feeds.']);
  expect(second({ navigation: { group: 'joint', order: 15 } })).toEqual([
    'branches, posts: they share place 15 in the navigation group "joint".',
  ]);
  expect(second({ navigation: { group: 'news', order: 15 } })).toEqual([]);
  // Fixed pages are in the navigation as well.
  expect(second({ navigation: { group: 'joint', order: 70 } })).toEqual([
    'posts, /match/: they share place 70 in the navigation group "joint".',
  ]);
});

test('reports all problems at once', () => {
  const both = problemsWith({ label: '', feed: undefined }, { settings: { ...settings, counter: '' } });
  expect(both.map((sentence) => sentence.split(':')[0])).toEqual(['branches', 'branches', 'settings']);
});

afterEach(() => {
  vi.doUnmock('./collections.generated.ts');
  vi.resetModules();
});

test('does not start with a wrong description', async () => {
  vi.resetModules();
  vi.doMock('./collections.generated.ts', () => ({
    described: { branches: { ...branches, title: 'heading', feed: undefined }, settings },
  }));
  const started = import('./collections.ts');
  await expect(started).rejects.toThrow(
    /src\/model\/collections\/ are wrong:\n {2}branches: its title.*\n {2}branches: its feed is missing/,
  );
});
