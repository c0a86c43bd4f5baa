import { hasAnchor, closestAnchor } from '../addresses/entry-anchors.ts';
import type { Entry } from './checked-entry.ts';
import { brokenFileLink, checkFiles } from './check-files.ts';
import type { FileLookup } from './check-files.ts';
import { collectionOf, isCollectionName } from '../collections.ts';
import { oldAddressesIn } from '../formerly.ts';
import { closestWord } from '../addresses/closest-word.ts';
import { namesFile, targetOf } from '../addresses/target-of.ts';
import { fieldReferences } from '../addresses/reference-fields.ts';
import type { FieldReference } from '../addresses/reference-fields.ts';
import type { Problem } from '../problems.ts';
import { inPart, quoted } from '../problems.ts';

/** Checks that the targets of relations, internal links, pictures and files exist. */
export function checkLinks(
  entries: readonly Entry[],
  files: FileLookup,
  addresses: ReadonlySet<string>,
): Problem[] {
  const slugs = new Map<string, Set<string>>();
  for (const { collection, slug } of entries) {
    slugs.set(collection, (slugs.get(collection) ?? new Set()).add(slug));
  }
  // Old addresses redirect, so a link to one is not broken. Current addresses take precedence.
  const oldAddresses = entries.flatMap((entry) =>
    oldAddressesIn(entry.data).map((address) => [address, entry] as const),
  );
  const byAddress = new Map([...oldAddresses, ...entries.map((entry) => [entry.address, entry] as const)]);

  return entries.flatMap((entry) => {
    const problemAt = (line: number | undefined, label: string, message: string): Problem => ({
      file: entry.file,
      line: line ?? 1,
      label,
      message,
    });
    const fromFields = fieldReferences(collectionOf(entry.collection).fields, entry.data).flatMap(
      (reference) => {
        const line = entry.lines[reference.path];
        if (reference.kind === 'evidence') {
          const message = weakEvidence(reference, entry, byAddress, addresses, files);
          return message === undefined
            ? []
            : [problemAt(line, reference.label, inPart(reference.place, message))];
        }
        if (reference.to !== undefined) {
          const known = slugs.get(reference.to) ?? new Set();
          if (known.has(reference.value)) return [];
          const moved = oldAddresses.find(
            ([address, { collection }]) =>
              collection === reference.to && address.endsWith(`/${reference.value}/`),
          )?.[1];
          const message = moved
            ? `“${reference.label}”指向${quoted(reference.value)}，它的网址名已经改成 ${moved.slug}，请改成 ${moved.slug}。`
            : brokenRelation(reference.label, reference.value, reference.to, known);
          return [problemAt(line, reference.label, inPart(reference.place, message))];
        }
        return [];
      },
    );
    const fromLinks = entry.rendered.links.flatMap(({ href, line }) => {
      if (namesFile(href)) return [];
      const message = brokenLink(`链接${quoted(href)}`, href, entry, byAddress, addresses, files);
      return message === undefined ? [] : [problemAt(entry.bodyLine + line - 1, '正文', message)];
    });
    return [...fromFields, ...checkFiles(entry, entry.folder, files), ...fromLinks];
  });
}

function brokenRelation(label: string, value: string, to: string, known: ReadonlySet<string>): string {
  const collection = isCollectionName(to) ? collectionOf(to).label : to;
  const near = closestWord(value, known);
  return `“${label}”指向${quoted(value)}，但“${collection}”里没有它${near === undefined ? '，' : `，是不是“${near}”？`}请改正或先建立它。`;
}

/** Evidence must exist and be elsewhere: a page that refers to itself proves nothing. */
function weakEvidence(
  { label, value }: FieldReference,
  entry: Entry,
  byAddress: ReadonlyMap<string, Entry>,
  addresses: ReadonlySet<string>,
  files: FileLookup,
): string | undefined {
  const named = `“${label}”里的${quoted(value)}`;
  if (byAddress.get(withSlash(value.split('#', 1)[0] ?? '')) === entry) {
    return `${named}就是这篇内容自己，请写别处能证明它的页面，或附件的文件名。`;
  }
  return brokenLink(named, value, entry, byAddress, addresses, files);
}

function brokenLink(
  named: string,
  href: string,
  entry: Entry,
  byAddress: ReadonlyMap<string, Entry>,
  addresses: ReadonlySet<string>,
  files: FileLookup,
): string | undefined {
  const wanted = targetOf(href);
  if (wanted.kind === 'missing') return brokenFileLink(named, href, entry.folder, files);
  // The renderer checks anchors in the same text, and addresses that lead elsewhere.
  if (wanted.kind !== 'page') return undefined;
  const { path, anchor } = wanted;
  const target = byAddress.get(withSlash(path));
  if (!target && !addresses.has(withSlash(path)) && !addresses.has(path)) {
    const near = closestWord(path, new Set(byAddress.keys()));
    return `${named}在本站没有对应的页面${near === undefined ? '，' : `，是不是“${near}”？`}请改正。`;
  }
  if (anchor === undefined || anchor === '' || !target) return undefined;
  if (hasAnchor(target, anchor)) return undefined;
  const near = closestAnchor(target, anchor);
  return `${named}里 # 后面的小标题不存在，${near === undefined ? '请核对那一页的小标题。' : `是不是 #${near}？请改正。`}`;
}

const withSlash = (path: string): string => (path.endsWith('/') ? path : `${path}/`);
