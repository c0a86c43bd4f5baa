import { event, material, notice, survey } from './stopper.ts';
import type { Stopper } from './stopper.ts';

const field = (line: string, refused = true): Stopper =>
  notice(`field ${line.slice(0, 40).replaceAll('\n', ' ')}`, { fields: line }, refused);
const title = (words: string, refused = false): Stopper =>
  notice(`title ${words.slice(0, 20)}`, { fields: `title: ${JSON.stringify(words)}` }, refused);
const slug = (name: string, refused = false): Stopper => material(`slug ${name}`, { slug: name }, refused);
const old = (address: string, refused = false): Stopper =>
  notice(`formerly ${address}`, { fields: `formerly:\n  - address: ${address}` }, refused);
const table = (name: string, csv: string, refused = false): Stopper =>
  survey(`table ${name}`, { files: { 'data.csv': csv } }, refused);

/** Names, values and tables in the front matter. */
export const fieldStoppers: readonly Stopper[] = [
  field('toString: x'),
  field('constructor: x'),
  field('__proto__: x'),
  field('hasOwnProperty:\n  - a: 1'),
  field('"__proto__": {a: 1}'),
  field('formerly:\n  - constructor: a'),
  field('attachments:\n  - toString: a'),
  field('topics:\n  - constructor'),
  field('topics:\n  - __proto__'),
  field('orgs:\n  - constructor'),
  field('orgs: &a [*a]'),
  field('<<: {title: x}'),
  field('title: 一\ntitle: 二'),
  field('title: !!binary aGVsbG8='),
  field('title: !!omap [a: 1]'),
  field('summary: !!pairs [a: 1]'),
  field('topics: !!omap [a: 1]'),
  field('orgs: !!set {shequ}'),
  field('attachments: !!pairs [src: a.pdf]'),
  field('summary: {a: {b: {c: 1}}}'),
  field('published: 2026-02-30T09:30:00+08:00'),
  field('published: 0001-01-01T00:00:00+08:00'),
  field('published: 9999-12-31T23:59:59+08:00'),
  field('expires: 9999-12-31', false),
  field('summary: |\n  一\n  ---\n  二', false),
  title('__ASTRO_IMAGE_./a.png'),
  title('<img src=x> & "引" \' ]]> {x} ${x}'),
  title('﷽'.repeat(40)),
  title('👨‍👩‍👧‍👦e\u0301\u0489'),
  title('constructor'),
  title(' ', true),
  title('\u0000', true),
  title('\u202e反向', true),
  slug('constructor'),
  slug('tostring'),
  slug('page'),
  slug('index'),
  slug('404'),
  slug('kind'),
  slug('rss'),
  slug('2026'),
  slug('subjects', true),
  slug('__proto__', true),
  old('/notices/2025/weg/'),
  old('/materials/kind/law/'),
  old('/elder/notices/'),
  old('/api/v1/'),
  old('/notices/2026/', true),
  old('/a/b/../', true),
  event('moments without seconds', {
    fields: 'start: 2026-03-16T08:00+08:00\nend: 2026-03-16T09:30+08:00',
  }),
  event('end before start', { fields: 'end: 2026-03-16T08:00:00+08:00' }, true),
  event('start in December 9999', { fields: 'start: 9999-12-31T09:00:00+08:00' }, true),
  event('end in December 9999', { fields: 'end: 9999-12-31T09:00:00+08:00' }, true),
  event('start in 1900', { fields: 'start: 1900-01-01T00:00:00+08:00\nstate: held' }, true),
  event('text with lines for calendars', {
    fields: 'summary: "a\\nEND:VEVENT\\nBEGIN:VEVENT"\nplace: "a;b,c\\\\d"',
  }),
  material('number too large', { fields: 'order: 1e999' }, true),
  table('with one row', '项,数\n一,1\n'),
  table('with huge numbers', '项,数\n一,1e308\n二,1e308\n'),
  table('with negative numbers', '项,数\n一,-5\n二,5\n'),
  table('without rows', '项,数\n', true),
  table('with infinity', '项,数\n一,1e999\n', true),
  table('with a cell of ten megabytes', `项,数\n"${'一'.repeat(3_300_000)}",1\n`),
  table('with a cell of ten megabytes for a number', `项,数\n一,"${'1'.repeat(9_900_000)}"\n`, true),
  table('with 20,000 columns', `${'一,'.repeat(20_000)}\n${'1,'.repeat(20_000)}\n`, true),
  table('with an open quote', '项,数\n"一,1\n二,2\n', true),
  table('with 200,000 rows', `项,数\n${'一,1\n'.repeat(200_000)}`, true),
  table('with 150,000 characters that do harm', `项,数\n${'一,1\u0001\n'.repeat(150_000)}`, true),
  table('with names like methods', '项,数,constructor\n__proto__,1,2\n'),
];
