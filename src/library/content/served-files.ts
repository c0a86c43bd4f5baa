import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fewAtATime } from '../../disk/few-at-a-time.ts';
import { linksIn, withoutQueryAndHash } from '../../html/link-targets.ts';
import { collectionNames, collectionOf } from '../../model/collections.ts';
import { cleanedBytes } from '../../media/cleaned-bytes.ts';
import { fileAddress, pathInAddress } from '../../model/files/file-finder.ts';
import type { Attachment } from '../../model/fields.ts';
import { withoutBase } from '../../site/base-path.ts';
import { contentFolder } from './content-folder.ts';
import { allOf } from '../entries/queries.ts';
import type { Article } from '../entries/article.ts';

export interface AttachedFile {
  title: string;
  /** Before any base path: `/files/activities/2026/0315-lianxi-huiyi/账目.csv`. */
  address: string;
  name: string;
  bytes: number;
}

/** The attachments of an entry, with what readers want to know before a download. */
export async function attachmentsOf(article: Article): Promise<AttachedFile[]> {
  const { attachments = [] } = article.data as { attachments?: Attachment[] };
  return fewAtATime(attachments, (file) => attachedFile(article, file));
}

/** One file of an entry: an attachment, a paper form, the data of a survey. */
export async function attachedFile(article: Article, { src, title }: Attachment): Promise<AttachedFile> {
  const place = placeOf(article, src);
  const bytes = await servedSize(place);
  return { title, address: fileAddress(place), name: path.posix.basename(place), bytes };
}

/**
 * Every file readers can download, as paths below the content folder: attachments, and files that a text links to.
 * Other files are not published.
 */
export function servedFiles(): Promise<string[]> {
  // The page of every file asks. In dev an editor may have saved since.
  if (!import.meta.env.PROD) return readServedFiles();
  served ??= readServedFiles();
  return served;
}

let served: Promise<string[]> | undefined;

async function readServedFiles(): Promise<string[]> {
  const articles = (await Promise.all(collectionNames.map((name) => allOf(name)))).flat();
  const places = articles.flatMap((article: Article) => [
    ...filesNamed(article).map(({ src }) => placeOf(article, src)),
    ...linkedFiles(article),
  ]);
  return [...new Set(places)].sort();
}

/** A file as readers get it: without what says who made it and where. */
export async function servedFileBytes(place: string): Promise<Buffer> {
  return cleanedBytes(path.posix.basename(place), await readFile(path.join(contentFolder(), place)));
}

/** Several pages show the size of one file. */
const sizes = new Map<string, Promise<number>>();

function servedSize(place: string): Promise<number> {
  const known = sizes.get(place) ?? servedFileBytes(place).then(({ length }) => length);
  sizes.set(place, known);
  return known;
}

/** The values of all `file` fields: attachments, a paper form, data. */
function filesNamed(article: Article): Attachment[] {
  const data = article.data as unknown as Readonly<Record<string, Attachment | Attachment[] | undefined>>;
  return Object.entries(collectionOf(article.collection).fields)
    .filter(([, { kind }]) => kind === 'file')
    .flatMap(([name]) => data[name] ?? []);
}

/** Files are in the folder of their entry. The checker has seen to it; this keeps any other file from being read. */
function placeOf(article: Article, src: string): string {
  const place = path.posix.join(article.folder, src);
  if (!place.startsWith(`${article.folder}/`)) throw new Error(`${src} is not in ${article.folder}.`);
  return place;
}

/** The loader writes the links of a text as addresses below /files/. */
function linkedFiles(article: Article): string[] {
  const html = (article.entry as { rendered?: { html: string } }).rendered?.html ?? '';
  return linksIn(html).flatMap((href) => {
    const address = withoutQueryAndHash(withoutBase(href) ?? '');
    const place = pathInAddress(address);
    // Only what is in the folder of the entry itself.
    return place?.startsWith(`${article.folder}/`) && path.posix.normalize(place) === place ? [place] : [];
  });
}
