import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fixtureContent, noticeText } from '../../admin/server/testing/fixture-hub.ts';
import { buildWhatPasses } from './build-what-passes.ts';
import type { Outcome } from './build-what-passes.ts';
import type { Fault } from './page-faults.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hub-left-out-'));
  vi.stubEnv('CACHE_DIR', path.join(folder, 'cache'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

type Content = Readonly<Record<string, string>>;
const notice = (slug: string, title = slug, body = '正文。'): Content => ({
  [`notices/2026/${slug}/index.md`]: noticeText(title, slug, body),
});
const base: Content = fixtureContent;
const without = (content: Content, place: string): Content =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !name.startsWith(place)));

async function write(name: string, content: Content): Promise<string> {
  for (const [file, text] of Object.entries(content)) {
    await mkdir(path.dirname(path.join(folder, name, file)), { recursive: true });
    await writeFile(path.join(folder, name, file), text);
  }
  return path.join(folder, name);
}

interface Run {
  outcome: Outcome;
  /** One for each build of the pages. */
  builds: number;
  /** `notices/2026/a none problem` */
  left: string[];
  /** The text of an entry in the content that was built last. */
  shown(entry: string): Promise<string | undefined>;
}

/** `failing` gets a way to ask for the entries of the content that is built. */
async function run(
  contents: { fresh: Content; published?: Content },
  failing: (
    has: (file: string) => Promise<string | undefined>,
    content: string,
  ) => Promise<Fault[]> = async () => Promise.resolve([]),
  finish: (addresses: readonly string[]) => Fault[] = () => [],
): Promise<Run> {
  const content = await write('content', contents.fresh);
  const published = contents.published && (await write('published', contents.published));
  let builds = 0;
  let built = '';
  const textIn = (place: string) => (file: string) =>
    readFile(path.join(place, file), 'utf8').catch(() => undefined);
  const outcome = await buildWhatPasses(
    { content, published, taken: path.join(folder, 'taken') },
    {
      pages: (place) => {
        builds++;
        built = place;
        return failing(textIn(place), place);
      },
      finish: (entries) => Promise.resolve(finish(entries.map(({ address }) => address))),
      say: () => undefined,
      sayPages: () => undefined,
    },
  );
  const left =
    'report' in outcome
      ? outcome.report.entries.map(({ entry, live, reason }) => `${entry} ${live} ${reason}`)
      : [];
  return { outcome, builds, left, shown: (entry) => textIn(built)(`${entry}/index.md`) };
}

test('content without faults is built as it is, from its own folder', async () => {
  const { left, builds } = await run({ fresh: base, published: base });
  expect([left, builds]).toEqual([[], 1]);
  await expect(access(path.join(folder, 'taken'))).rejects.toThrow();
});

test('a new entry with a problem is left out, with the sentence of the check', async () => {
  const { outcome, left, shown } = await run({ fresh: { ...base, ...notice('a', '') }, published: base });
  expect(left).toEqual(['notices/2026/a none problem']);
  expect(await shown('notices/2026/a')).toBeUndefined();
  expect(await shown('notices/2026/tingshui')).toContain('停水');
  expect(outcome).toMatchObject({ report: { count: 1, entries: [{ messages: ['缺少“标题”，请填写。'] }] } });
});

test('a changed entry with a problem is shown as it was published, with its files', async () => {
  const old = { ...base, ...notice('a', '旧') };
  const { left, shown } = await run({ fresh: { ...old, ...notice('a', '') }, published: old });
  expect(left).toEqual(['notices/2026/a previous problem']);
  expect(await shown('notices/2026/a')).toContain('title: 旧');
});

test('an entry that links to one that is left out goes with it; so no link is dead', async () => {
  const old = { ...base, ...notice('b', '乙') };
  const linking = notice('b', '乙', '见[甲](/notices/2026/a/)。');
  const { left, shown } = await run({ fresh: { ...old, ...notice('a', ''), ...linking }, published: old });
  expect(left).toEqual(['notices/2026/a none problem', 'notices/2026/b previous problem']);
  expect(await shown('notices/2026/b')).not.toContain('甲');
});

test('a deletion that breaks others is not carried out', async () => {
  const { left, shown } = await run({ fresh: without(base, 'orgs/'), published: base });
  expect(left).toEqual(['orgs/shequ restored related']);
  expect(await shown('orgs/shequ')).toContain('示例社区');
});

test('a moved entry with a problem stays where it was', async () => {
  const old = { ...base, ...notice('a', '甲') };
  const moved = noticeText('甲', 'b', '![](无.jpg)').replace(
    'orgs:',
    'formerly:\n  - address: /notices/2026/a/\norgs:',
  );
  const fresh = { ...base, 'notices/2026/b/index.md': moved };
  const { left, shown } = await run({ fresh, published: old });
  expect(left).toEqual(['notices/2026/b none problem', 'notices/2026/a restored related']);
  expect(await shown('notices/2026/a')).toContain('title: 甲');
});

test('the settings of the site are shown as before; without any there is no site', async () => {
  const broken = { ...base, 'site/index.md': '---\ntitle: 站\n---\n\n文。\n' };
  expect((await run({ fresh: broken, published: base })).left).toEqual(['site previous problem']);
  const { outcome, builds } = await run({ fresh: broken });
  expect(outcome).toMatchObject({ problems: [{ file: 'content/site/index.md' }, {}] });
  expect(builds).toBe(0);
});

test('a page that fails takes back its entry, and the rest is built', async () => {
  const fresh = { ...base, ...notice('a'), ...notice('b') };
  const { left, builds, shown } = await run({ fresh, published: base }, async (has) =>
    (await has('notices/2026/a/index.md')) ? [{ address: '/notices/2026/a/', message: 'x' }] : [],
  );
  expect([left, builds]).toEqual([['notices/2026/a none page'], 2]);
  expect(await shown('notices/2026/b')).toBeDefined();
});

test.each([
  '/elder/notices/2026/a/',
  '/files/notices/2026/a/表.pdf',
  '/share/notices/2026/a.png',
  '/notices/2026/a/event.ics',
])('the entry of %s is known', async (address) => {
  const fresh = { ...base, ...notice('a') };
  const { left } = await run({ fresh, published: base }, async (has) =>
    (await has('notices/2026/a/index.md')) ? [{ address, message: 'x' }] : [],
  );
  expect(left).toEqual(['notices/2026/a none page']);
});

test.each([
  'Could not process image metadata for `CONTENT/notices/2026/a/图 (1).png`',
  '/_astro/图_1_.AbCd1234_Z1x.webp',
])('the entry of a picture is known from %j', async (message) => {
  const fresh = { ...base, ...notice('a'), ...notice('b'), 'notices/2026/a/图 (1).png': 'x' };
  const { left, builds } = await run({ fresh, published: base }, async (has, content) =>
    (await has('notices/2026/a/index.md')) ? [{ message: message.replace('CONTENT', content) }] : [],
  );
  expect([left, builds]).toEqual([['notices/2026/a none page'], 2]);
});

test('an unchanged page that fails takes back the change that it shows', async () => {
  const old = { ...base, ...notice('a', '甲', '见[乙](/notices/2026/b/)。'), ...notice('b', '乙') };
  const fresh = { ...old, ...notice('b', '丙'), ...notice('c') };
  const { left, shown } = await run({ fresh, published: old }, async (has) =>
    (await has('notices/2026/b/index.md'))?.includes('丙')
      ? [{ address: '/notices/2026/a/', message: 'x' }]
      : [],
  );
  expect(left).toEqual(['notices/2026/b previous related']);
  expect(await shown('notices/2026/c')).toBeDefined();
});

test('an unchanged page that fails for no change is left out', async () => {
  const { left } = await run({ fresh: base, published: base }, async (has) =>
    (await has('notices/2026/tingshui/index.md'))
      ? [{ address: '/notices/2026/tingshui/', message: 'x' }]
      : [],
  );
  expect(left).toEqual(['notices/2026/tingshui none page']);
});

test('when a list fails, the change that breaks it is found by halving', async () => {
  const fresh = Object.assign({ ...base }, ...'abcdefgh'.split('').map((slug) => notice(slug))) as Content;
  const { left, builds, shown } = await run({ fresh, published: base }, async (has) =>
    (await has('notices/2026/f/index.md')) ? [{ address: '/notices/', message: 'x' }] : [],
  );
  expect(left).toEqual(['notices/2026/f none page']);
  // The first, three to halve eight, and the last.
  expect(builds).toBe(5);
  expect(await shown('notices/2026/e')).toBeDefined();
});

test('a failure that has nothing to do with the content ends, and names no entry', async () => {
  const fresh = { ...base, ...notice('a'), ...notice('b'), ...notice('c') };
  const { outcome, builds } = await run({ fresh, published: base }, () =>
    Promise.resolve([{ message: 'Cannot find module' }]),
  );
  expect(outcome).toMatchObject({ faults: [{}] });
  expect(builds).toBeLessThanOrEqual(16);
});

test('what fails after the pages is left out, too', async () => {
  const fresh = { ...base, ...notice('a') };
  const { left } = await run({ fresh, published: base }, undefined, (addresses) =>
    addresses.includes('/notices/2026/a/') ? [{ address: '/notices/2026/a/', message: 'x' }] : [],
  );
  expect(left).toEqual(['notices/2026/a none page']);
});

test('a new rule of the check does not empty the site', async () => {
  const sample = (slug: string): Content => ({
    [`notices/2026/${slug}/index.md`]: noticeText('例', slug, '文。').replace('orgs:', 'sample: true\norgs:'),
  });
  const old = Object.assign({ ...base }, ...'abcd'.split('').map(sample)) as Content;
  vi.stubEnv('SITE_MODE', 'production');
  const { outcome, builds } = await run({ fresh: old, published: old });
  expect(builds).toBe(0);
  expect(outcome).toMatchObject({ problems: [{}, {}, {}, {}] });
});

test('a stray file is left out, and every problem of 300 entries is told in a short report', async () => {
  const many = Object.assign(
    { ...base, '草稿.md': '# x' },
    ...Array.from({ length: 300 }, (_, index) => notice(`n${String(index)}`, '')),
  ) as Content;
  const { outcome, left } = await run({ fresh: many });
  expect(outcome).toMatchObject({ report: { count: 301 } });
  expect(left).toHaveLength(200);
});
