import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DataStore, Loader, LoaderContext } from 'astro/loaders';
import { siteCode } from '../../../scripts/site-code.mjs';
import type { FindFile } from '../../model/files/file-finder.ts';
import { collectionOf } from '../../model/collections.ts';
import type { CollectionName } from '../../model/collections.ts';
import type { Fields, Picture } from '../../model/fields.ts';
import { formatProblems } from '../../model/problems.ts';
import { contentFolder, readContentFolder } from './content-folder.ts';
import { besideText, checkSiteContent } from './site-content.ts';
import type { SiteContent, SiteEntry } from './site-content.ts';

/**
 * Loads one collection for Astro. All collections are checked together, once. Any problem stops the
 * build and all problems are printed, because Astro's own loaders (7.3.5) log a failure and publish an empty page.
 */
export function contentLoader(name: CollectionName): Loader {
  return {
    name: 'hub-content',
    async load(context) {
      fill(name, await checkedContent(), context);
      watch(name, context);
    },
  };
}

let checking: Promise<SiteContent> | undefined;

/** The content of this build, read and checked once for all collections. */
function checkedContent(): Promise<SiteContent> {
  checking ??= readContentFolder(contentFolder()).then(checkSiteContent);
  return checking;
}

function fill(
  name: CollectionName,
  content: SiteContent,
  { store, generateDigest, config }: LoaderContext,
): void {
  if (content.problems.length > 0) throw new Error(`\n${formatProblems(content.problems)}`);
  const root = fileURLToPath(config.root);
  const entries = content.entries.filter((entry) => entry.collection === name);
  const slugs = new Set(entries.map(({ slug }) => slug));
  for (const id of store.keys()) if (!slugs.has(id)) store.delete(id);
  for (const entry of entries) setEntry(entry, content.find, root, store, generateDigest);
}

let code: string | undefined;

/** The version of the running code, as loaded: a file changed since then has not rendered anything yet. */
const codeThatRuns = (root: string): string => (code ??= siteCode(root));

function setEntry(
  entry: SiteEntry,
  find: FindFile,
  root: string,
  store: DataStore,
  generateDigest: LoaderContext['generateDigest'],
): void {
  const { rendered, body, data } = entry;
  const fields = collectionOf(entry.collection).fields;
  const filePath = relativePath(root, path.join(contentFolder(), entry.folder, 'index.md'));
  const pictures = rendered.pictures.map(({ src }) => besideText(src, entry.folder, find));
  const base = process.env['BASE_PATH'];
  const isNew = store.set({
    id: entry.slug,
    // Kept apart from the entry's own fields: a unit also has an `address`, and a concern a `text`.
    data: {
      fields: withPictures(fields, withoutMarker(data) as typeof data),
      address: entry.address,
      folder: entry.folder,
      text: withoutMarker(rendered.text),
    },
    body,
    filePath,
    // Astro reuses what it stored under the same digest. A changed rule must not get yesterday's HTML.
    digest: generateDigest({ body, data, html: rendered.html, filePath, base, code: codeThatRuns(root) }),
    assetImports: pictures,
    rendered: {
      html: rendered.html,
      metadata: { headings: rendered.headings, imagePaths: pictures },
    },
  });
  // Between builds, Astro forgets which pictures an unchanged entry needs.
  const kept = isNew ? undefined : store.get(entry.slug);
  if (kept?.assetImports) (store as GlobStore).addAssetImports(kept.assetImports, filePath);
}

/** Astro's own glob loader uses this method; the public type leaves it out (7.3.5). */
type GlobStore = DataStore & { addAssetImports(assets: string[], filePath: string): void };

const relativePath = (from: string, to: string): string => path.relative(from, to).split(path.sep).join('/');

const marker = '__ASTRO_IMAGE_';

/** A text of an editor that begins like the name of a picture would be looked for as one, and stop the build. */
function withoutMarker(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith(marker) ? `\u2060${value}` : value;
  if (Array.isArray(value)) return value.map(withoutMarker);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutMarker(inner)]));
}

/** Astro 7.3.5 replaces strings with this prefix by the picture's metadata, as its `image()` schema does. */
function withPictures(fields: Fields, data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      const field = fields[key];
      if (field?.kind === 'picture') {
        const picture = value as Picture;
        // Keeps the file name, so the API can show it without touching the picture.
        return [key, { ...picture, file: picture.src, src: `${marker}./${picture.src}` }];
      }
      if (field?.kind === 'parts') {
        const parts = value as Record<string, unknown>[];
        return [key, parts.map((part) => withPictures(field.fields, part))];
      }
      return [key, value];
    }),
  );
}

/** In dev, a saved file is checked and shown at once. Problems are printed, and the last good content stays. */
function watch(name: CollectionName, context: LoaderContext): void {
  const { watcher, logger } = context;
  if (!watcher) return;
  const folder = contentFolder();
  watcher.add(folder);
  let pending: NodeJS.Timeout | undefined;
  watcher.on('all', (_event, changed) => {
    if (!path.resolve(changed).startsWith(folder + path.sep)) return;
    checking = undefined;
    clearTimeout(pending);
    pending = setTimeout(() => {
      checkedContent()
        .then((content) => {
          fill(name, content, context);
        })
        .catch((error: unknown) => {
          if (name === 'site') logger.error(error instanceof Error ? error.message : String(error));
        });
    }, 120);
  });
}
