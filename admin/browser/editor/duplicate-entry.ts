import { is } from 'immutable';
import { copiedValues, filesIn } from '../../../src/model/front-matter/copy-entry.ts';
import { percentDecoded } from '../../../src/model/addresses/percent-decoded.ts';
import { namesFile } from '../../../src/model/addresses/target-of.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';
import { onDeskChange, openEntry, openKey, openText, replaceOpenEntry } from './open-entry.ts';
import type { OpenEntry } from './open-entry.ts';
import { showDialog } from '../frame/dialogs.ts';

/**
 * 照着写一篇 (duplicate). Decap copies every value, even the slug and the dates, but no files. This drops the values
 * that belong to the original alone, and copies the files.
 */
export function watchDuplicates(): void {
  let source: { entry: OpenEntry; text: unknown } | undefined;
  let seen: unknown;
  onDeskChange(() => {
    const text = openText();
    if (text === seen) return;
    seen = text;
    const entry = openEntry();
    if (!entry) return;
    if (entry.path !== '') source = { entry, text };
    // A new entry with the same values as the last one, even its slug, is a duplicate of it.
    else if (source && is(text, source.text)) {
      replaceOpenEntry(copiedValues(entry.collection.fields, entry.values), entry.added);
      void copyFiles(source.entry, entry);
    }
  });
}

async function copyFiles(source: OpenEntry, copy: OpenEntry): Promise<void> {
  const key = openKey();
  const here = new Set(copy.added.map(({ name }) => name));
  const names = [...new Set(namedFiles(copy))].filter((name) => !here.has(name));
  if (names.length === 0) return;
  const copies = await Promise.all(names.map((name) => fetchFile(source, name)));
  const now = openEntry();
  if (!now || now.key !== key) return;
  const files = copies.filter((file) => file !== undefined);
  if (files.length > 0) replaceOpenEntry(now.values, [...now.added, ...files]);
  const missing = names.filter((_, index) => copies[index] === undefined);
  if (missing.length === 0) return;
  const sentence = `这些文件没能带过来：${missing.map((name) => `“${name}”`).join('、')}。请在这一篇里重新放上，或删去用到它们的地方。`;
  showDialog({ title: '有文件没有带过来', sentence });
}

async function fetchFile(
  { collection, path, slug }: OpenEntry,
  name: string,
): Promise<{ name: string; file: Blob } | undefined> {
  const folder = path.slice(0, path.lastIndexOf('/'));
  const query = new URLSearchParams({ path: `${folder}/${name}`, collection: collection.name, slug });
  const answer = await fetch(`/admin/api/file?${query.toString()}`).catch(() => undefined);
  return answer?.ok ? { name, file: await answer.blob() } : undefined;
}

/** The names of files in the entry's folder that its fields or its body refer to. */
function namedFiles({ collection: { fields }, values }: OpenEntry): string[] {
  const bodies = Object.entries(fields).filter(([, { kind }]) => kind === 'markdown');
  const inBodies = bodies.flatMap(([name]) => {
    const body = values[name];
    const { pictures, links } = renderMarkdown(typeof body === 'string' ? body : '');
    return [...pictures.map(({ src }) => src), ...links.map(({ href }) => href)];
  });
  return [...filesIn(fields, copiedValues(fields, values)), ...inBodies]
    .filter(namesFile)
    .map((address) => percentDecoded(address.replace(/[?#].*$/, '').replace(/^\.\//, '')))
    .filter((name) => name !== '' && !/[/:]/.test(name));
}
