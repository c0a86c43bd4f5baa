import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../markdown/render.ts';
import type { Problem } from '../problems.ts';
import { checkContent } from '../check/check-content.ts';
import { checkText } from '../check/check-text.ts';
import type { CheckedText } from '../check/check-text.ts';
import { ContentCheck } from './content-check.ts';
import type { ContentFile } from './content-index.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');

/** path -> text; pictures and documents have an empty one. */
type Folder = ReadonlyMap<string, string>;

function folderAt(place: string): Folder {
  const files = globSync('**/*.*', { cwd: path.join(root, place) }).sort();
  const isText = /\.(?:md|csv)$/;
  return new Map(
    files.map((file) => [file, isText.test(file) ? readFileSync(path.join(root, place, file), 'utf8') : '']),
  );
}

// Each text is rendered once, however often it comes back.
const checkedTexts = new Map<string, CheckedText>();
function checked(file: string, text: string): CheckedText {
  const key = `${file}\n${text}`;
  const known =
    checkedTexts.get(key) ?? checkText(file, text, undefined, (body, _, more) => renderMarkdown(body, more));
  checkedTexts.set(key, known);
  return known;
}

const facts = { kind: 'jpg', bytes: 1, width: 4, height: 3 };
function contentFile(file: string, text: string): ContentFile {
  if (file.endsWith('.md')) return { checked: checked(file, text) };
  return file.endsWith('.csv') ? { table: text } : { facts };
}

/** The answer to compare with: everything checked from the beginning. */
function wholeCheck(files: Folder, now: string): Problem[] {
  const check = new ContentCheck();
  check.setMoment(now);
  check.update(new Map([...files].map(([file, text]) => [file, contentFile(file, text)])));
  return check.problems();
}

/** As one text: comparing lists of hundreds takes the test framework long. */
const lines = (problems: readonly Problem[]): string =>
  problems
    .map(({ file, line, label, message }) => `${file}:${String(line)} ${label ?? ''} ${message}`)
    .sort()
    .join('\n');

/** A small generator, so that a failure can be repeated. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Edit = (files: Folder, roll: (below: number) => number) => Map<string, string | undefined>;
const pick = <T>(all: readonly T[], roll: (below: number) => number): T => all[roll(all.length)]!;
const textsIn = (files: Folder): string[] => [...files.keys()].filter((file) => file.endsWith('.md'));
const slugIn = (text: string): string => /^slug: (\S+)$/m.exec(text)?.[1] ?? 'none';

/** Edits that touch what other entries depend on. */
const edits: Readonly<Record<string, Edit>> = {
  deleteFile: (files, roll) => new Map([[pick([...files.keys()], roll), undefined]]),
  deleteEntry: (files, roll) => {
    const folder = path.posix.dirname(pick(textsIn(files), roll));
    return new Map(
      [...files.keys()].filter((file) => file.startsWith(`${folder}/`)).map((file) => [file, undefined]),
    );
  },
  dropLine: (files, roll) => {
    const file = pick(textsIn(files), roll);
    const rows = files.get(file)!.split('\n');
    return new Map([[file, rows.toSpliced(roll(Math.min(rows.length, 40)), 1).join('\n')]]);
  },
  takeSlug: (files, roll) => {
    const [file, other] = [pick(textsIn(files), roll), pick(textsIn(files), roll)];
    return new Map([
      [file, files.get(file)!.replaceAll(slugIn(files.get(file)!), slugIn(files.get(other)!))],
    ]);
  },
  misspell: (files, roll) => {
    const file = pick(textsIn(files), roll);
    const words = [...files.get(file)!.matchAll(/[a-z]{4,}(?:-[a-z0-9]+)*/g)];
    const { 0: word, index } = pick(words, roll);
    const text = files.get(file)!;
    return new Map([[file, `${text.slice(0, index)}${word.slice(0, -1)}${text.slice(index + word.length)}`]]);
  },
  copyEntry: (files, roll) => {
    const file = pick(
      textsIn(files).filter((each) => each.split('/').length > 2),
      roll,
    );
    const slug = `copy-${String(roll(5))}`;
    const copy = file.replace(/[^/]+\/index\.md$/, `${slug}/index.md`);
    return new Map([[copy, files.get(file)!.replace(/^slug: .*$/m, `slug: ${slug}`)]]);
  },
  moveEntry: (files, roll) => {
    const file = pick(
      textsIn(files).filter((each) => each.split('/').length > 2),
      roll,
    );
    const slug = `moved-${String(roll(5))}`;
    const moved = file.replace(/[^/]+\/index\.md$/, `${slug}/index.md`);
    const old = `formerly:\n  - address: /${path.posix.dirname(file)}/\n`;
    const text = files.get(file)!.replace(/^slug: .*$/m, `slug: ${slug}`);
    return new Map([
      [file, undefined],
      [moved, text.replace(/^---\n/, `---\n${text.includes('formerly:') ? '' : old}`)],
    ]);
  },
  link: (files, roll) => {
    const [file, to] = [pick(textsIn(files), roll), path.posix.dirname(pick(textsIn(files), roll))];
    const anchor = pick(['', '#decisions-3', '#目的'], roll);
    return new Map([
      [
        file,
        `${files.get(file)!}\n见[那一篇](/${to.slice(0, to.length - roll(2))}/${anchor})，图在[这里](tu.jpg)。\n`,
      ],
    ]);
  },
  addFile: (files, roll) =>
    new Map([
      [
        `${path.posix.dirname(pick(textsIn(files), roll))}/${pick(['tu.jpg', 'Tu.JPG', 'biao.csv'], roll)}`,
        pick(['甲,乙\n1,2\n', '甲\ufffd,乙\n1,2\n'], roll),
      ],
    ]),
  otherDay: (files, roll) => {
    const file = pick(textsIn(files), roll);
    return new Map([
      [
        file,
        files
          .get(file)!
          .replace(/\b20\d\d-(\d\d)-\d\d/, `20${String(25 + roll(6))}-$1-0${String(1 + roll(9))}`),
      ],
    ]);
  },
};

const withChange = (files: Folder, change: ReadonlyMap<string, string | undefined>): Folder =>
  new Map(
    [...new Map<string, string | undefined>([...files, ...change])].filter(
      (each): each is [string, string] => each[1] !== undefined,
    ),
  );
const asContent = (change: ReadonlyMap<string, string | undefined>) =>
  new Map(
    [...change].map(([file, text]) => [file, text === undefined ? undefined : contentFile(file, text)]),
  );

describe.each([
  ['the sample content', 'content', 25],
  ['the broken ledgers', 'tests/fixtures/broken-ledgers/content', 60],
])('%s, edited at random', (_name, place, steps) => {
  const start = folderAt(place);

  test.each([1, 2])('has the same problems as when checked from the beginning, seed %i', (seed) => {
    const roll = dice(seed);
    const check = new ContentCheck();
    let files = start;
    let day = 1;
    const moment = (): string =>
      `2026-0${String(1 + Math.floor(day / 25))}-${String((day % 25) + 1).padStart(2, '0')}T09:00:00+08:00`;
    check.setMoment(moment());
    check.update(asContent(files));
    let known = wholeCheck(files, moment());
    for (let step = 0; step < steps; step++) {
      const name = pick(Object.keys(edits), roll);
      const change = edits[name]!(files, roll);
      if (roll(4) === 0) {
        day++;
        known = wholeCheck(files, moment());
      }
      check.setMoment(moment());
      const before = lines(check.problems());
      const whole = wholeCheck(withChange(files, change), moment());

      // First only tried: the answer is that of the whole check, and nothing stays.
      const [path = ''] = change.keys();
      const tried = check.tried(asContent(change), (after) => ({
        own: after.problemsOf(path),
        added: after.added(),
      }));
      expect(lines(tried.own), `${name} of ${path}`).toBe(
        lines(whole.filter(({ file }) => file === `content/${path}` && change.get(path) !== undefined)),
      );
      const sentences = new Set(known.map(({ file, message }) => file + message));
      expect(lines(tried.added), `${name} of ${path}`).toBe(
        lines(whole.filter(({ file, message }) => !sentences.has(file + message))),
      );
      expect(lines(check.problems()), `taking back ${name}`).toBe(before);

      check.update(asContent(change));
      files = withChange(files, change);
      known = whole;
      expect(lines(check.problems()), `step ${String(step)}, ${name}`).toBe(lines(whole));
    }
  });
});

test('is the check of the build', () => {
  const files = folderAt('tests/fixtures/broken-ledgers/content');
  const now = '2026-03-01T09:00:00+08:00';
  const texts = new Map([...files].filter(([file]) => file.endsWith('.md')));
  const tables = new Map([...files].filter(([file]) => file.endsWith('.csv')));
  const pictures = [...files.keys()].filter((file) => !/\.(?:md|csv)$/.test(file));
  const { problems } = checkContent(
    { texts, tables, paths: new Set(files.keys()), facts: new Map(pictures.map((file) => [file, facts])) },
    { now, renderBody: (body, _, around) => renderMarkdown(body, around) },
  );
  expect(problems.length).toBeGreaterThan(20);
  expect(lines(problems)).toBe(lines(wholeCheck(files, now)));
});
