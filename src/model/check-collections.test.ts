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

/** What is said of two right descriptions after a change to the first. */
const said = (change: Partial<Collection>, others: CollectionsByName = { settings }): string[] =>
  problemsOf({ branches: { ...branches, ...change }, ...others });

test('nothing is said of descriptions that are right', () => {
  expect(said({})).toEqual([]);
});

const wrong: [what: string, change: Partial<Collection>, sentence: string][] = [
  ['another name than its file', { name: 'branch' }, 'its file is branches.ts, but its name is "branch".'],
  ['an empty label', { label: ' ' }, 'its label is empty.'],
  ['no measure word', { counter: undefined }, 'its counter is empty.'],
  [
    'a title that is no field',
    { title: 'heading' },
    'its title is the field "heading", which it does not have.',
  ],
  ['a title that is a day', { title: 'published' }, 'its title "published" is a day, not a text.'],
  [
    'a title that may be missing',
    withFields({ title: { kind: 'text', label: '名称', optional: true } }),
    'its title "title" must not be optional.',
  ],
  ['a date that is no field', { date: 'day' }, 'its date is the field "day", which it does not have.'],
  ['a date that is a text', { date: 'title' }, 'its date "title" is a text, not a day or moment.'],
  [
    'years without a date',
    { byYear: true, date: undefined, feed: { none: 'It has no news.' } },
    'it is by year, but names no date.',
  ],
  [
    'two texts',
    withFields({ more: { kind: 'markdown', label: '又一篇' } }),
    'its text is one markdown field called "body"; it has body, more.',
  ],
  [
    'a relation to nowhere',
    withFields({ org: { kind: 'relation', label: '单位', to: 'orgs' } }),
    'the field "org" points to "orgs", which is no collection.',
  ],
  [
    'a relation to a single entry',
    withFields({ set: { kind: 'relation', label: '设置', to: 'settings' } }),
    'the field "set" points to "settings", which is a single entry: there is nothing to choose from.',
  ],
  [
    'a relation to nowhere in a part',
    withFields({
      seats: {
        kind: 'parts',
        label: '席位',
        part: '席位',
        fields: { org: { kind: 'relation', label: '单位', to: 'units' } },
      },
    }),
    'the field "seats.org" points to "units", which is no collection.',
  ],
  [
    'a day before what is no day',
    withFields({ until: { kind: 'day', label: '到哪天', notBefore: 'title' } }),
    'the field "until" must not be before "title", which is no day beside it.',
  ],
  [
    'a day that a copy would keep',
    withFields({ founded: { kind: 'day', label: '成立日期' } }),
    'the day "founded" tells of one time, so a copy must not keep it: say once: true.',
  ],
  [
    'a moment that a copy would keep',
    withFields({ start: { kind: 'moment', label: '开始时间' } }),
    'the moment "start" tells of one time, so a copy must not keep it: say once: true.',
  ],
  [
    'a start that is no option',
    withFields({ state: { kind: 'choice', label: '状态', options: { open: '开' }, initial: 'shut' } }),
    'the field "state" starts as "shut", which is none of its options.',
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
    'the field "rounds" is numbered by "day", which is no number in it.',
  ],
  [
    'no order',
    { order: undefined, navigation: { none: 'It is found by search.' }, feed: { none: 'It has no news.' } },
    'it has no order among the collections.',
  ],
  [
    'no word on its feed',
    { feed: undefined },
    "it says nothing of its feed; where it goes without, say { none: 'why' }.",
  ],
  [
    'no reason for no feed',
    { feed: { none: ' ' } },
    "it says nothing of its feed; where it goes without, say { none: 'why' }.",
  ],
  ['a feed without a date', { date: undefined }, 'a feed needs a list with a date.'],
  [
    'no word on its place in the navigation',
    { navigation: undefined },
    "it says nothing of its navigation; where it goes without, say { none: 'why' }.",
  ],
  [
    'an unknown group',
    { navigation: { group: 'party' } as never },
    'its navigation group "party" does not exist; there are news, joint, voices, life, open, study.',
  ],
  ['no type for the page tags', { columnType: undefined }, 'a list needs a columnType for its page tags.'],
  ['topic pages without topics', { topicPages: true }, 'it has no topics for the topic pages.'],
  [
    'a site map by a field that is no choice',
    { siteMap: { by: 'title', as: 'places' } },
    'its site map goes by "title", which is no choice.',
  ],
  [
    'being needed with others, as a list',
    { neededWith: ['settings'] },
    'only a single entry can be needed with others.',
  ],
];

test.each(wrong)('%s is refused, with the name of the collection', (_, change, sentence) => {
  expect(said(change)).toContain(`branches: ${sentence}`);
});

test('a list without a slug is refused, and so is a single entry with one', () => {
  const { slug, ...fields } = branches.fields;
  expect(said({ fields })).toEqual(['branches: it has no field "slug".']);
  const named = { settings: { ...settings, fields: { ...settings.fields, slug: slug! } } };
  expect(said({}, named)).toEqual(['settings: a single entry needs no slug.']);
});

test('a single entry stands at a whole address, in no list, and is needed only with what there is', () => {
  const single = (change: Partial<Collection>) => said({}, { settings: { ...settings, ...change } });
  expect(single({ single: '/settings' })).toEqual(['settings: its address begins and ends with a slash.']);
  expect(single({ neededWith: ['posts'] })).toEqual([
    'settings: it is needed with "posts", which is no collection.',
  ]);
  expect(single({ navigation: { group: 'news' } })).toEqual([
    'settings: a single entry has no list for the navigation; its page is a fixed page there.',
  ]);
  expect(single({ feed: true })).toEqual(['settings: a feed needs a list with a date.']);
});

test('two at one place are refused: among the collections, in the desk, among the feeds, in the navigation', () => {
  const second = (change: Partial<Collection>) =>
    said({}, { settings, posts: { ...branches, name: 'posts', order: 35, ...change } });
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
  // A page that is no list stands in the navigation as well.
  expect(second({ navigation: { group: 'joint', order: 70 } })).toEqual([
    'posts, /match/: they share place 70 in the navigation group "joint".',
  ]);
});

test('all that is wrong is said at once', () => {
  const both = said({ label: '', feed: undefined }, { settings: { ...settings, counter: '' } });
  expect(both.map((sentence) => sentence.split(':')[0])).toEqual(['branches', 'branches', 'settings']);
});

afterEach(() => {
  vi.doUnmock('./collections.generated.ts');
  vi.resetModules();
});

test('nothing starts with a wrong description', async () => {
  vi.resetModules();
  vi.doMock('./collections.generated.ts', () => ({
    described: { branches: { ...branches, title: 'heading', feed: undefined }, settings },
  }));
  const started = import('./collections.ts');
  await expect(started).rejects.toThrow(
    /src\/model\/collections\/ are wrong:\n {2}branches: its title.*\n {2}branches: it says nothing of its feed/,
  );
});
