import sharp from 'sharp';
import { attached, learningPath, material, notice } from './stopper.ts';
import type { Stopper } from './stopper.ts';

const csv = 'a,b\n1,2\n';

/** Each of its own colour: of two equal pictures, Astro names both like the first. */
const pictures = await Promise.all(
  Array.from({ length: 8 }, (_, index) =>
    sharp({ create: { width: 48, height: 32, channels: 3, background: { r: 20 * index, g: 90, b: 60 } } })
      .png()
      .toBuffer(),
  ),
);
const png = (): Uint8Array => pictures.pop() ?? new Uint8Array();

/** Named in the front matter, and linked in the text as a file and by its percent-encoded name. */
const file = (name: string, refused = false): Stopper =>
  notice(
    `file ${name.slice(0, 30)}`,
    {
      fields: attached(name),
      body: `见[表](<${name.replaceAll('\\', '\\\\')}>)和[表](${encodeURIComponent(name)})。`,
      files: { [name]: csv },
    },
    refused,
  );
const picture = (name: string, refused = false): Stopper =>
  material(
    `picture ${name.slice(0, 30)}`,
    {
      fields: `cover:\n  src: ${JSON.stringify(name)}\n  alt: 灯`,
      body: `![灯](<${name}>)`,
      files: { [name]: png() },
    },
    refused,
  );
const body = (name: string, text: string, refused = false): Stopper =>
  material(`body ${name}`, { body: text }, refused);

export const fileStoppers: readonly Stopper[] = [
  file('a#b.csv', true),
  file('a?b.csv', true),
  file('100%.csv', true),
  file('a%2e%2e.csv', true),
  file('a:b.csv', true),
  file('a"b.csv', true),
  file('a&b.csv'),
  file('a+b, c;d=e@f!$g.csv'),
  file("it's (1) [2] {3}.csv"),
  file('__proto__.csv'),
  file('constructor.csv'),
  file('cafe\u0301.csv'),
  file('表 　格.csv'),
  file('😀.csv'),
  file('子/表.csv'),
  file('%2e%2e/表.csv', true),
  file('a#/表.csv', true),
  notice('file outside its folder', { fields: attached('../../../orgs/shequ/geheim.csv') }, true),
  notice('file with a query that leaves its folder', {
    fields: attached('t.csv?/../../../../etc/x.csv'),
    files: { 't.csv': csv },
  }),
  notice('link to a file of an odd kind', {
    body: '[文件](a.constructor)',
    files: { 'a.constructor': 'x' },
  }),
  picture("it's (1), [2] & {3}.png"),
  picture('灯 光.png'),
  picture('constructor.png'),
  picture('a#b.png', true),
  picture('a%20b.png', true),
];

export const bodyStoppers: readonly Stopper[] = [
  body(
    'with names of methods',
    '## constructor\n\n## __proto__\n\n见[上](#constructor)。文[^__proto__]\n\n[^__proto__]: 注',
  ),
  body('with markers of Astro', '__ASTRO_IMAGE_="{}" 和 `__ASTRO_IMAGE_="{&quot;src&quot;:1}"`'),
  body('with ends of CDATA', ']]> <!\\[CDATA\\[ x'),
  body('with expressions', '{ a } ${b} {c} set:html'),
  body('with a script', '<script>alert(1)</script>', true),
  body('with a NUL', 'a\u0000b', true),
  body('with U+FFFE', 'a\ufffeb', true),
  body('deep in quotations', `${'> '.repeat(20)}深`),
  body('far too deep in quotations', `${'> '.repeat(60)}深`, true),
  body('deep in lists', Array.from({ length: 18 }, (_, depth) => `${'  '.repeat(depth)}- 层`).join('\n')),
  body('with 120 columns', `|${'a|'.repeat(120)}\n|${'-|'.repeat(120)}\n|${'b|'.repeat(120)}`),
  body('with odd fences', '```constructor\nx\n```\n\n~~~__proto__\nx\n~~~'),
  body('with a long line', '字'.repeat(100_000)),
  body(
    'with 2,000 headings',
    Array.from({ length: 2000 }, (_, index) => `## 节 ${String(index)}\n\n文`).join('\n\n'),
  ),
  body('that is only a comment', '<!-- 注 -->', true),
  body('with front matter in it', '文\n\n---\n\ntitle: x\n\n---\n\n文'),
  body('with an open container', '::: note\n\n文', true),
];

const oddPicture = "it's (1), [2] & {3}.png";
const oddFile = 'a+b, c;d=e@f!$g(1).csv';
const read = material('read in a path', {
  slug: 'read-in-a-path',
  fields: `${attached(oddFile)}\ncover:\n  src: ${JSON.stringify(oddPicture)}\n  alt: 灯`,
  body: `![灯](<${oddPicture}>)\n\n见[表](<${oddFile}>)。`,
  files: { [oddPicture]: png(), [oddFile]: csv },
});

/** Downloads and handouts read the files of its steps from the disk again. */
const step = learningPath('with files of odd names', {
  fields: 'steps:\n  - material: read-in-a-path\n  - material: read-after-it',
});

export const pathStoppers: readonly Stopper[] = [
  read,
  material('read after it in a path', { slug: 'read-after-it' }),
  step,
];
