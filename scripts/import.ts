// What for: turns a file of laws and regulations (one JSON object a line: title, category, date, history, body)
//           into a content folder of theory materials that builds as it is.
// How: npm run import -- <file.jsonl> <folder>
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pinyin } from 'pinyin-pro';
import { folderOf } from '../src/model/addresses.ts';
import { collectionOf } from '../src/model/collections.ts';
import type { CollectionName, Data } from '../src/model/collections.ts';
import { isDay } from '../src/model/days.ts';
import { writeEntry } from '../src/model/entry-file.ts';

interface Law {
  title: string;
  date: string;
  history: string[];
  body: string;
}

async function importLaws(source: string, folder: string): Promise<number> {
  const problems: string[] = [];
  const taken = await readdir(folder).catch(() => []);
  if (taken.length > 0) problems.push(`${folder} is not empty; name an empty or a new folder.`);
  const text = await readFile(source, 'utf8').catch(() => undefined);
  if (text === undefined) problems.push(`${source} cannot be read.`);

  const laws: Law[] = [];
  for (const [index, line] of (text ?? '').split('\n').entries()) {
    if (line.trim() === '') continue;
    const law = readLaw(line);
    if (typeof law === 'string') problems.push(`${source}, line ${String(index + 1)}: ${law}`);
    else laws.push(law);
  }
  if (problems.length > 0) {
    process.stderr.write(`${problems.join('\n')}\nNothing was written.\n`);
    return 1;
  }
  const slugs = new Set<string>();
  await write(folder, 'site', settings);
  for (const law of laws) await write(folder, 'materials', asMaterial(law, slugs));
  process.stdout.write(`${String(laws.length)} materials and the site's settings are in ${folder}.\n`);
  return 0;
}

/** The law of one line, or what is wrong with it. */
function readLaw(line: string): Law | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'this is not JSON.';
  }
  const { title, date: written, history, body } = (value ?? {}) as Record<string, unknown>;
  // Real collections hold days in full-width digits: ２００２-06-29.
  const date = typeof written === 'string' ? written.normalize('NFKC').trim() : written;
  if (typeof title !== 'string' || title.trim() === '') return '"title" is missing.';
  if (typeof date !== 'string' || !isDay(date))
    return `"date" should be a day like 2026-01-31, not ${JSON.stringify(date)}.`;
  if (typeof body !== 'string' || body.trim() === '') return '"body" is missing.';
  const notes = Array.isArray(history) ? history.filter((note) => typeof note === 'string') : [];
  return { title: title.trim(), date, history: notes, body };
}

function asMaterial({ title, date, history, body }: Law, slugs: Set<string>): Data<'materials'> {
  const passed = history.length === 0 ? '' : `${history.map((note) => `> ${note.trim()}`).join('\n>\n')}\n\n`;
  return {
    title,
    slug: freeSlug(title, date, slugs),
    kind: 'law',
    published: date,
    ...(history[0] === undefined ? {} : { summary: shortened(history[0].trim(), 160) }),
    body: `${passed}${body.trim()}\n`,
  };
}

/** First letters of the title's pinyin and the year: short, and it can be typed. */
function freeSlug(title: string, date: string, slugs: Set<string>): string {
  const letters = pinyin(title, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 40);
  const wanted = `${letters === '' ? 'law' : letters}-${date.slice(0, 4)}`;
  let slug = wanted;
  for (let count = 2; slugs.has(slug); count++) slug = `${wanted}-${String(count)}`;
  slugs.add(slug);
  return slug;
}

const shortened = (text: string, most: number): string =>
  [...text].length <= most ? text : `${[...text].slice(0, most - 2).join('')}……`;

const settings: Data<'site'> = {
  title: '法律法规学习库',
  tagline: '现行法律法规全文，供学习时查阅',
  description: '由法律法规文本生成的学习网站，每部一页，可以按字句搜索，也可以打印。',
  body: '本站由法律法规文本自动生成，供学习时查阅。引用请以官方公布的文本为准。\n',
};

async function write<N extends CollectionName>(folder: string, name: N, data: Data<N>): Promise<void> {
  const collection = collectionOf(name);
  const file = path.join(folder, folderOf(collection, data), 'index.md');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, writeEntry(collection, data));
}

const [source, folder] = process.argv.slice(2);
if (source === undefined || folder === undefined) {
  process.stderr.write('Usage: npm run import -- <file.jsonl> <folder>\n');
  process.exitCode = 2;
} else {
  process.exitCode = await importLaws(path.resolve(source), path.resolve(folder));
}
