import { hasPlace, placeNearTo } from './anchors.ts';
import type { Entry } from './check-content.ts';
import { collectionOf, isCollectionName } from './collections.ts';
import { decoded } from './decoded.ts';
import { oldAddressesIn } from './formerly.ts';
import type { Field, Fields } from './fields.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problems.ts';
import { inPart, partPlace, quoted } from './problems.ts';

/** Relations, internal links, pictures and files: whatever an entry points at must be there. */
export function checkLinks(
  entries: readonly Entry[],
  paths: ReadonlySet<string>,
  addresses: ReadonlySet<string>,
): Problem[] {
  const slugs = new Map<string, Set<string>>();
  for (const { collection, slug } of entries) {
    slugs.set(collection, (slugs.get(collection) ?? new Set()).add(slug));
  }
  // Old addresses lead on, so a link to one is no broken link. What stands at an address now comes first.
  const former = entries.flatMap((entry) =>
    oldAddressesIn(entry.data).map((address) => [address, entry] as const),
  );
  const byAddress = new Map([...former, ...entries.map((entry) => [entry.address, entry] as const)]);

  return entries.flatMap((entry) => {
    const say = (line: number | undefined, label: string, message: string): Problem => ({
      file: entry.file,
      line: line ?? 1,
      label,
      message,
    });
    const fromFields = pointers(collectionOf(entry.collection).fields, entry.data).flatMap((pointer) => {
      const line = entry.lines[pointer.path];
      if (pointer.kind === 'evidence') {
        const message = weakEvidence(pointer, entry, byAddress, addresses, paths);
        return message === undefined ? [] : [say(line, pointer.label, inPart(pointer.place, message))];
      }
      if (pointer.to !== undefined) {
        const known = slugs.get(pointer.to) ?? new Set();
        if (known.has(pointer.value)) return [];
        const moved = former.find(
          ([address, { collection }]) => collection === pointer.to && address.endsWith(`/${pointer.value}/`),
        )?.[1];
        const message = moved
          ? `“${pointer.label}”指向${quoted(pointer.value)}，它的网址名已经改成 ${moved.slug}，请改成 ${moved.slug}。`
          : noRelation(pointer.label, pointer.value, pointer.to, known);
        return [say(line, pointer.label, inPart(pointer.place, message))];
      }
      if (paths.has(besides(entry.folder, pointer.value))) return [];
      return [say(line, pointer.label, inPart(pointer.place, noFile(pointer.label, pointer.value)))];
    });
    const fromPictures = entry.rendered.pictures
      .filter(({ src }) => !/^https?:/.test(src) && !paths.has(besides(entry.folder, src)))
      .map(({ src, line }) => say(entry.bodyLine + line - 1, '正文', noFile('图片', src)));
    const outside = entry.rendered.pictures
      .filter(({ src }) => /^(https?:)?\/\//.test(src))
      .map(({ src, line }) =>
        say(
          entry.bodyLine + line - 1,
          '正文',
          `图片${quoted(src)}在别的网站上，读者打开时会连到那里，请把图片存进这篇内容里再引用。`,
        ),
      );
    const fromLinks = entry.rendered.links.flatMap(({ href, line }) => {
      const message = brokenLink(`链接${quoted(href)}`, href, entry, byAddress, addresses, paths);
      return message === undefined ? [] : [say(entry.bodyLine + line - 1, '正文', message)];
    });
    return [...fromFields, ...fromPictures, ...outside, ...fromLinks];
  });
}

interface Pointer {
  /** Place of the field, `seats.1.org`, to find its line. */
  path: string;
  /** “席位”第 2 项, where it stands in a part. */
  place: string;
  kind: 'relation' | 'file' | 'evidence';
  label: string;
  value: string;
  /** Collection, for a relation. */
  to?: string;
}

function pointers(
  fields: Fields,
  data: Readonly<Record<string, unknown>>,
  above = '',
  place = '',
): Pointer[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = data[name];
    return value === undefined ? [] : pointersOf(field, value, above + name, place);
  });
}

function pointersOf(field: Field, value: unknown, path: string, place: string): Pointer[] {
  const { label } = field;
  const all = Array.isArray(value) ? (value as unknown[]) : [value];
  switch (field.kind) {
    case 'relation':
      return all.map((slug) => ({ path, place, kind: 'relation', label, value: String(slug), to: field.to }));
    case 'picture':
    case 'file':
      return all.map((item) => ({ path, place, kind: 'file', label, value: (item as { src: string }).src }));
    case 'parts':
      return all.flatMap((part, index) =>
        pointers(
          field.fields,
          part as Record<string, unknown>,
          `${path}.${String(index)}.`,
          partPlace(label, index, place),
        ),
      );
    case 'text':
      return field.format === 'evidence'
        ? [{ path, place, kind: 'evidence', label, value: String(value) }]
        : [];
    default:
      return [];
  }
}

/** Path below content/ of a file named in an entry. Names with `%E5…` are what browsers make of Chinese ones. */
function besides(folder: string, src: string): string {
  const name = src.replace(/^\.\//, '').replace(/[?#].*$/, '');
  return `${folder}/${decoded(name)}`;
}

function noRelation(label: string, value: string, to: string, known: ReadonlySet<string>): string {
  const collection = isCollectionName(to) ? collectionOf(to).label : to;
  const near = nearest(value, known);
  return `“${label}”指向${quoted(value)}，但“${collection}”里没有它${near === undefined ? '，' : `，是不是“${near}”？`}请改正或先建立它。`;
}

const noFile = (label: string, src: string): string =>
  `${label === '图片' ? '图片' : `“${label}”`}${quoted(src)}不在这篇内容的文件夹里，请把文件放进去或改正文件名。`;

/** Evidence must be there, and somewhere else: a page that points at itself proves nothing. */
function weakEvidence(
  { label, value }: Pointer,
  entry: Entry,
  byAddress: ReadonlyMap<string, Entry>,
  addresses: ReadonlySet<string>,
  paths: ReadonlySet<string>,
): string | undefined {
  const named = `“${label}”里的${quoted(value)}`;
  if (byAddress.get(withSlash(value.split('#', 1)[0] ?? '')) === entry) {
    return `${named}就是这篇内容自己，请写别处能证明它的页面，或附件的文件名。`;
  }
  return brokenLink(named, value, entry, byAddress, addresses, paths);
}

function brokenLink(
  named: string,
  href: string,
  entry: Entry,
  byAddress: ReadonlyMap<string, Entry>,
  addresses: ReadonlySet<string>,
  paths: ReadonlySet<string>,
): string | undefined {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(href)) return undefined;
  const [path = '', anchor] = href.split('#', 2);
  if (path !== '' && !path.startsWith('/')) {
    return paths.has(besides(entry.folder, path))
      ? undefined
      : `${named}指向的文件不在这篇内容的文件夹里；链接本站页面请以 / 开头，如 /activities/。`;
  }
  // A place in the same text is the renderer's matter: it has led the link there, or said that there is none.
  if (path === '') return undefined;
  const target = byAddress.get(withSlash(path));
  if (!target && !addresses.has(withSlash(path)) && !addresses.has(path)) {
    const near = nearest(path, new Set(byAddress.keys()));
    return `${named}在本站没有对应的页面${near === undefined ? '，' : `，是不是“${near}”？`}请改正。`;
  }
  if (anchor === undefined || anchor === '' || !target) return undefined;
  if (hasPlace(target, anchor)) return undefined;
  const near = placeNearTo(target, anchor);
  return `${named}里 # 后面的小标题不存在，${near === undefined ? '请核对那一页的小标题。' : `是不是 #${near}？请改正。`}`;
}

const withSlash = (path: string): string => (path.endsWith('/') ? path : `${path}/`);
