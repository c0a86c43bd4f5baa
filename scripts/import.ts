// What for: turns a file of laws and regulations (one JSON object a line: title, category, date, history, body)
//           into a content folder of theory materials, ready to build. Unambiguous mistakes are fixed and reported;
//           anything else the check rejects is reported by source line before a file is written.
// How: npm run import -- <file.jsonl> <folder>
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pinyin } from 'pinyin-pro';
import { checkSiteContent } from '../src/library/content/site-content.ts';
import { folderOf } from '../src/model/addresses/entry-addresses.ts';
import { normalised } from '../src/model/text/characters.ts';
import { collectionOf } from '../src/model/collections.ts';
import type { CollectionName, Data } from '../src/model/collections.ts';
import { isDay } from '../src/model/calendar-days.ts';
import { decodeText } from '../src/model/files/decode-text.ts';
import { writeEntry } from '../src/model/front-matter/entry-file.ts';
import { quoted } from '../src/model/problems.ts';
import { fixedBody, fixedNotes } from './law-text.ts';

interface Law {
  /** Line in the source, from 1. */
  line: number;
  title: string;
  date: string;
  history: string[];
  body: string;
  fixes: string[];
}

/** Writes all or nothing, and reports what was fixed or needs fixing. */
export async function importLaws(
  source: string,
  folder: string,
): Promise<{ written: boolean; report: string }> {
  const problems: string[] = [];
  const existing = await readdir(folder).catch(() => []);
  if (existing.length > 0) problems.push(`${folder} is not empty; name an empty or a new folder.`);
  const bytes = await readFile(source).catch(() => undefined);
  if (bytes === undefined) problems.push(`${source} cannot be read.`);

  const laws: Law[] = [];
  const text = decodeText(bytes ?? new Uint8Array()).text.replace(/^\ufeff+/, '');
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const law = readLaw(line, index + 1);
    if (typeof law === 'string') problems.push(`${source}, line ${String(index + 1)}: ${law}`);
    else laws.push(law);
  }
  const entries = asEntries(laws);
  problems.push(...contentProblems(source, entries));
  if (problems.length > 0) {
    return { written: false, report: `${problems.join('\n')}\nNothing was written.\n` };
  }
  for (const [file, entry] of entries) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), entry.text);
  }
  const fixed = laws
    .filter(({ fixes }) => fixes.length > 0)
    .map(({ line, fixes }) => `${source}, line ${String(line)}: ${fixes.join('; ')}.\n`);
  const report = `${fixed.join('')}${String(laws.length)} materials and the site's settings are in ${folder}.\n`;
  return { written: true, report };
}

/** The law of one line, or a message about what is wrong. */
function readLaw(source: string, line: number): Law | string {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return 'this is not JSON.';
  }
  if (Array.isArray(value)) return 'this is a list; write one object a line.';
  const { title, date: written, history = [], body } = (value ?? {}) as Record<string, unknown>;
  const date = typeof written === 'string' ? plainDay(written) : written;
  if (typeof title !== 'string' || normalised(title).trim() === '') return '"title" is missing.';
  if (typeof date !== 'string' || !isDay(date))
    return `"date" should be a day like 2026-01-31, not ${JSON.stringify(date)}.`;
  if (typeof body !== 'string' || normalised(body).trim() === '') return '"body" is missing.';
  const notes = typeof history === 'string' ? [history] : (history ?? []);
  if (!Array.isArray(notes) || notes.some((note) => typeof note !== 'string'))
    return '"history" should be a list of texts.';
  const historyNotes = fixedNotes(notes as string[]);
  const fixed = fixedBody(body);
  if (fixed.text === '') return '"body" is missing.';
  return {
    line,
    title: normalised(title).replace(/\s+/g, ' ').trim(),
    date,
    history: historyNotes.notes,
    body: fixed.text,
    fixes: [...fixed.fixes, ...historyNotes.fixes],
  };
}

/** Real collections have days in full-width digits, ２００２-06-29, or written out: 2002年6月29日. */
function plainDay(written: string): string {
  const plain = written.normalize('NFKC').trim();
  const [, year, month = '', day = ''] = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/.exec(plain) ?? [];
  return year === undefined ? plain : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

interface NewEntry {
  /** Line in the source; the settings have none. */
  line?: number;
  text: string;
}

/** Files by their path in the content folder. */
function asEntries(laws: readonly Law[]): Map<string, NewEntry> {
  const slugs = new Set<string>();
  return new Map([
    asEntry('site', settings),
    ...laws.map((law) => asEntry('materials', asMaterial(law, slugs), law.line)),
  ]);
}

/** The same check as before publishing, so that the result can be built. Messages are those of the check. */
function contentProblems(source: string, entries: ReadonlyMap<string, NewEntry>): string[] {
  const texts = new Map([...entries].map(([file, { text }]) => [file, text]));
  const { problems } = checkSiteContent({ texts, paths: new Set(texts.keys()) });
  return problems.map(({ file, line = 1, message }) => {
    const entry = entries.get(file.slice('content/'.length));
    const where = entry?.line === undefined ? file : `${source}, line ${String(entry.line)}`;
    const excerpt = entry?.text.split('\n')[line - 1]?.trim() ?? '';
    return `${where}: ${message}${excerpt === '' ? '' : ` ${quoted(excerpt)}`}`;
  });
}

function asMaterial({ title, date, history, body }: Law, slugs: Set<string>): Data<'materials'> {
  const passed = history.length === 0 ? '' : `${history.map((note) => `> ${note}`).join('\n>\n')}\n\n`;
  return {
    title,
    slug: freeSlug(title, date, slugs),
    kind: 'law',
    published: date,
    ...(history[0] === undefined ? {} : { summary: shortened(history[0], 160) }),
    body: `${passed}${body}\n`,
  };
}

/** The pinyin initials of the title and the year: short and easy to type. */
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

function asEntry<N extends CollectionName>(name: N, data: Data<N>, line?: number): [string, NewEntry] {
  const collection = collectionOf(name);
  const text = writeEntry(collection, data);
  return [`${folderOf(collection, data)}/index.md`, line === undefined ? { text } : { line, text }];
}

if (import.meta.filename === process.argv[1]) {
  const [source, folder] = process.argv.slice(2);
  if (source === undefined || folder === undefined) {
    process.stderr.write('Usage: npm run import -- <file.jsonl> <folder>\n');
    process.exitCode = 2;
  } else {
    const { written, report } = await importLaws(path.resolve(source), path.resolve(folder));
    (written ? process.stdout : process.stderr).write(report);
    process.exitCode = written ? 0 : 1;
  }
}
