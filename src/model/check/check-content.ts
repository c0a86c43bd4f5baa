import { addressOf, fixedAddresses, folderOf, siteAddresses } from '../addresses/entry-addresses.ts';
import { fileFinder, withRealNames } from '../files/file-finder.ts';
import { checkEntry, withBodyLine } from './check-entry.ts';
import type { BodyContext, Entry, ReadBody } from './checked-entry.ts';
import type { ContentFiles } from './content-files.ts';
import { checkFormer } from './check-former.ts';
import { checkLinks } from './check-links.ts';
import { checkTables } from './check-tables.ts';
import { collectionNames, collectionOf, isCollectionName } from '../collections.ts';
import type { CollectionName } from '../collections.ts';
import { checkRules } from './check-rules.ts';
import { codingSentence } from '../files/decode-text.ts';
import type { Problem } from '../problems.ts';
import { quoted } from '../problems.ts';
import { freeSlug } from '../addresses/free-slug.ts';

export interface CheckedContent<Body extends ReadBody = ReadBody> {
  entries: Entry<Body>[];
  problems: Problem[];
}

export interface CheckOptions<Body extends ReadBody> {
  /** Renders a body. Its pictures are in `folder`, below content/. */
  renderBody: (markdown: string, folder: string, context: BodyContext) => Body;
  /** Reject sample content. */
  production?: boolean;
  /** The moment of the check, in Beijing time. With it, records and entries with a day in the future are rejected. */
  now?: string;
  /** The day of the check, if the moment is unknown. */
  today?: string;
}

/** Checks a whole content folder: each file, then the relations between the entries. */
export function checkContent<Body extends ReadBody>(
  files: ContentFiles,
  options: CheckOptions<Body>,
): CheckedContent<Body> {
  const entries: Entry<Body>[] = [];
  const problems: Problem[] = [];
  const find = fileFinder(files.paths);
  for (const [path, text] of files.texts) {
    const file = `content/${path}`;
    const name = path.split('/')[0] ?? '';
    if (!isCollectionName(name) || !path.endsWith('/index.md')) {
      problems.push({ file, message: strayFileMessage(name) });
      continue;
    }
    const coding = files.codings?.get(path);
    if (coding) problems.push({ file, message: codingSentence(coding) });
    const folder = path.slice(0, -'/index.md'.length);
    const checked = checkEntry(name, file, text, (markdown, context) =>
      options.renderBody(markdown, folder, context),
    );
    for (const problem of checked.problems) problems.push(problem);
    if (!checked.entry) continue;
    const data = withRealNames(collectionOf(name).fields, checked.entry.data, folder, find);
    const slug = typeof data['slug'] === 'string' ? data['slug'] : (folder.split('/').at(-1) ?? '');
    entries.push({
      ...checked.entry,
      data,
      slug,
      folder,
      address: addressOf(collectionOf(name), { ...data, slug }),
    });
  }
  for (const name of collectionNames) {
    if (isMissing(name, files)) {
      const message = `缺少${collectionOf(name).label}，请建立这个文件。`;
      problems.push({ file: `content/${name}/index.md`, message });
    }
  }
  const addresses = siteAddresses(entries);
  // Not as arguments of a call: a hundred thousand of them overflow the stack.
  const all = [
    problems,
    entries.flatMap((entry) => misplaced(entry)),
    duplicates(entries),
    entries.flatMap((entry) => onFixedAddress(entry)),
    options.production ? entries.flatMap(sampleProblem) : [],
    checkFormer(entries, addresses),
    checkLinks(entries, { find, facts: files.facts }, addresses),
    checkTables(entries, files),
    checkRules(entries, files.tables, options.now ?? options.today),
  ].flat();
  const byFile = new Map(entries.map((entry) => [entry.file, entry]));
  return {
    entries,
    problems: all.map((problem) => {
      const entry = byFile.get(problem.file);
      return entry ? { ...withBodyLine(problem, entry), title: nameOf(entry) } : problem;
    }),
  };
}

/** Whether a required single entry is missing. */
function isMissing(name: CollectionName, { texts }: ContentFiles): boolean {
  const { single, neededWith } = collectionOf(name);
  if (single === undefined || texts.has(`${name}/index.md`)) return false;
  if (neededWith === undefined) return true;
  return [...texts.keys()].some((path) => neededWith.includes(path.split('/')[0] ?? ''));
}

function strayFileMessage(name: string): string {
  if (isCollectionName(name))
    return '每篇内容要有自己的文件夹，这个文件不在哪一篇的文件夹里，请移进去或删去。';
  const known = collectionNames.map((each) => collectionOf(each).label).join('、');
  return `${quoted(name)}不是栏目的文件夹，栏目有：${known}。`;
}

/** The folder must match the slug and the year, or relations and addresses would not match either. */
function misplaced(entry: Entry): Problem[] {
  const collection = collectionOf(entry.collection);
  const dateKnown = !collection.byYear || entry.data[collection.date ?? ''] !== undefined;
  if (!dateKnown || (!collection.single && entry.data['slug'] === undefined)) return [];
  const expected = folderOf(collection, entry.data);
  if (expected === entry.folder) return [];
  const [should, is] = [expected, entry.folder].map((folder) => folder.split('/').slice(1).reverse());
  const message = `按网址名${collection.byYear ? '和日期' : ''}，这篇内容的文件夹应是${folderWords(should)}，现在是${folderWords(is)}，请让两者一致。`;
  return [{ file: entry.file, line: entry.lines['slug'] ?? 1, label: '网址名', message }];
}

function duplicates(entries: readonly Entry[]): Problem[] {
  const used = new Map(
    [...Map.groupBy(entries, ({ collection }) => collection)].map(([name, all]) => [
      name,
      new Set(all.map(({ slug }) => slug)),
    ]),
  );
  const bySlug = Map.groupBy(entries, (entry) => `${entry.collection}/${entry.slug}`);
  return [...bySlug.values()]
    .filter((same) => same.length > 1)
    .flatMap((same) =>
      same.map((entry) => {
        const others = same.filter((other) => other !== entry).map((other) => `《${nameOf(other)}》`);
        const free = freeSlug(entry.slug, used.get(entry.collection) ?? new Set());
        const message = `网址名${quoted(entry.slug)}已经被${others.join('、')}用了，请换一个，如“${free}”。`;
        return { file: entry.file, line: entry.lines['slug'] ?? 1, label: '网址名', message };
      }),
    );
}

/** Some addresses belong to pages of the site. With two pages at one address, the build would fail. */
function onFixedAddress(entry: Entry): Problem[] {
  if (collectionOf(entry.collection).single !== undefined || !fixedAddresses.has(entry.address)) return [];
  const message = `网址名${quoted(entry.slug)}是本站一个固定页面的地址，请换一个，如“${freeSlug(entry.slug, new Set())}”。`;
  return [{ file: entry.file, line: entry.lines['slug'] ?? 1, label: '网址名', message }];
}

/** The title of an entry, or its slug. */
function nameOf({ collection, data, slug }: Entry): string {
  const title = data[collectionOf(collection).title];
  return typeof title === 'string' ? title : slug;
}

/** `2026` and `0315-huodong` -> “2026”里的“0315-huodong”. */
const folderWords = ([name = '', year]: readonly string[] = []): string =>
  year === undefined ? `“${name}”` : `“${year}”里的“${name}”`;

function sampleProblem(entry: Entry): Problem[] {
  if (entry.data['sample'] !== true) return [];
  const message = '这是示例内容，正式网站不能发布，请删去这篇，或换成真实内容后关掉“示例内容”。';
  return [{ file: entry.file, line: entry.lines['sample'] ?? 1, label: '示例内容', message }];
}
