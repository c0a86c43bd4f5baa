import { fixedAddresses, folderOf } from '../addresses/entry-addresses.ts';
import { freeSlug } from '../addresses/free-slug.ts';
import { collectionOf } from '../collections.ts';
import type { Problem } from '../problems.ts';
import { quoted } from '../problems.ts';
import { checkFormer } from './check-former.ts';
import { checkLinks } from './check-links.ts';
import { checkRules } from './check-rules.ts';
import { checkTables } from './check-tables.ts';
import type { Entry } from './checked-entry.ts';
import type { ContentIndex } from '../incremental/content-index.ts';

/** The problems between one entry and everything else: its place, other entries, files, the moment of the check. */
export function checkRelations(
  entry: Entry,
  index: ContentIndex,
  { production }: { production?: boolean | undefined },
): Problem[] {
  return [
    ...misplaced(entry),
    ...duplicate(entry, index),
    ...onFixedAddress(entry),
    ...(production ? sampleProblem(entry) : []),
    ...checkFormer(entry, index),
    ...checkLinks(entry, index),
    ...checkTables(entry, index),
    ...checkRules(entry, index),
  ];
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

function duplicate(entry: Entry, index: ContentIndex): Problem[] {
  const others = index
    .withSlug(entry.collection, entry.slug)
    .filter(({ file }) => file !== entry.file)
    .map((other) => `《${nameOf(other)}》`);
  if (others.length === 0) return [];
  const free = freeSlug(entry.slug, index.slugs(entry.collection));
  const message = `网址名${quoted(entry.slug)}已经被${others.join('、')}用了，请换一个，如“${free}”。`;
  return [{ file: entry.file, line: entry.lines['slug'] ?? 1, label: '网址名', message }];
}

/** Some addresses belong to pages of the site. With two pages at one address, the build would fail. */
function onFixedAddress(entry: Entry): Problem[] {
  if (collectionOf(entry.collection).single !== undefined || !fixedAddresses.has(entry.address)) return [];
  const message = `网址名${quoted(entry.slug)}是本站一个固定页面的地址，请换一个，如“${freeSlug(entry.slug, new Set())}”。`;
  return [{ file: entry.file, line: entry.lines['slug'] ?? 1, label: '网址名', message }];
}

/** The title of an entry, or its slug. */
export function nameOf({ collection, data, slug }: Entry): string {
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
