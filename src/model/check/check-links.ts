import { hasAnchor, closestAnchor } from '../addresses/entry-anchors.ts';
import type { Entry } from './checked-entry.ts';
import { brokenFileLink, checkFiles } from './check-files.ts';
import type { ContentIndex } from '../incremental/content-index.ts';
import { collectionOf, isCollectionName } from '../collections.ts';
import { closestWord } from '../addresses/closest-word.ts';
import { namesFile, targetOf } from '../addresses/target-of.ts';
import { fieldReferences } from '../addresses/reference-fields.ts';
import type { FieldReference } from '../addresses/reference-fields.ts';
import type { Problem } from '../problems.ts';
import { inPart, quoted } from '../problems.ts';

/**
 * The most wrong links of one entry that get a suggestion. Each is compared with every address of the site, and nobody
 * reads more.
 */
const mostSuggestions = 20;

/** Checks that the targets of relations, internal links, pictures and files exist. */
export function checkLinks(entry: Entry, index: ContentIndex): Problem[] {
  const check: LinkCheck = { entry, index, suggestionsLeft: mostSuggestions };
  const problemAt = (line: number | undefined, label: string, message: string | undefined): Problem[] =>
    message === undefined ? [] : [{ file: entry.file, line: line ?? 1, label, message }];
  const fromFields = fieldReferences(collectionOf(entry.collection).fields, entry.data).flatMap(
    (reference) => {
      const message =
        reference.kind === 'evidence' ? weakEvidence(reference, check) : brokenRelation(reference, check);
      return problemAt(
        entry.lines[reference.path],
        reference.label,
        message === undefined ? undefined : inPart(reference.place, message),
      );
    },
  );
  const fromLinks = entry.rendered.links
    .filter(({ href }) => !namesFile(href))
    .flatMap(({ href, line }) =>
      problemAt(entry.bodyLine + line - 1, '正文', brokenLink(`链接${quoted(href)}`, href, check)),
    );
  return [...fromFields, ...checkFiles(entry, entry.folder, index), ...fromLinks];
}

interface LinkCheck {
  entry: Entry;
  index: ContentIndex;
  suggestionsLeft: number;
}

/** The known word that was probably meant, as long as there are suggestions left. */
function suggestion(check: LinkCheck, find: () => string | undefined): string | undefined {
  if (check.suggestionsLeft === 0) return undefined;
  check.suggestionsLeft--;
  return find();
}

function brokenRelation({ label, value, to }: FieldReference, check: LinkCheck): string | undefined {
  const { index } = check;
  if (to === undefined || index.withSlug(to, value).length > 0) return undefined;
  const moved = index.formerlyNamed(to, value)[0];
  if (moved) {
    return `“${label}”指向${quoted(value)}，它的网址名已经改成 ${moved.slug}，请改成 ${moved.slug}。`;
  }
  const collection = isCollectionName(to) ? collectionOf(to).label : to;
  const near = suggestion(check, () => closestWord(value, index.slugs(to)));
  return `“${label}”指向${quoted(value)}，但“${collection}”里没有它${near === undefined ? '，' : `，是不是“${near}”？`}请改正或先建立它。`;
}

/** Evidence must exist and be elsewhere: a page that refers to itself proves nothing. */
function weakEvidence({ label, value }: FieldReference, check: LinkCheck): string | undefined {
  const named = `“${label}”里的${quoted(value)}`;
  if (check.index.at(withSlash(value.split('#', 1)[0] ?? ''))?.file === check.entry.file) {
    return `${named}就是这篇内容自己，请写别处能证明它的页面，或附件的文件名。`;
  }
  return brokenLink(named, value, check);
}

function brokenLink(named: string, href: string, check: LinkCheck): string | undefined {
  const { entry, index } = check;
  const wanted = targetOf(href);
  if (wanted.kind === 'missing') return brokenFileLink(named, href, entry.folder, index);
  // The renderer checks anchors in the same text, and addresses that lead elsewhere.
  if (wanted.kind !== 'page') return undefined;
  const { path, anchor } = wanted;
  const target = index.at(withSlash(path));
  if (!target && !index.isPage(withSlash(path)) && !index.isPage(path)) {
    const near = suggestion(check, () => closestWord(path, index.addresses()));
    return `${named}在本站没有对应的页面${near === undefined ? '，' : `，是不是“${near}”？`}请改正。`;
  }
  if (anchor === undefined || anchor === '' || !target) return undefined;
  if (hasAnchor(target, anchor)) return undefined;
  const near = suggestion(check, () => closestAnchor(target, anchor));
  return `${named}里 # 后面的小标题不存在，${near === undefined ? '请核对那一页的小标题。' : `是不是 #${near}？请改正。`}`;
}

const withSlash = (path: string): string => (path.endsWith('/') ? path : `${path}/`);
