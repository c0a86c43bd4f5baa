import { readFile } from 'node:fs/promises';
import path from 'node:path';

type Moved = ReadonlyMap<string, string>;
/** The table of the live release. Releases are immutable, so it is read once. */
let last: { folder: string; moved: Promise<Moved> } | undefined;

/**
 * The new address for an old one, in the same view and including the rest of the path, such as a subscribed calendar or
 * attached files. Undefined if the address has not moved.
 */
export async function redirectFor(folder: string, address: string): Promise<string | undefined> {
  if (last?.folder !== folder) last = { folder, moved: readMoved(folder) };
  const moved = await last.moved;
  if (moved.size === 0) return undefined;
  const view = ['/elder', '/files'].find((each) => address.startsWith(`${each}/`)) ?? '';
  const names = address.slice(view.length).split('/');
  // Entry addresses have two or three segments: `/orgs/a/`, `/notices/2026/a/`.
  for (const length of [3, 4]) {
    const entry = `${names.slice(0, length).join('/')}/`;
    const now = moved.get(entry);
    if (now !== undefined) return view + now + names.slice(length).join('/');
  }
  return undefined;
}

async function readMoved(folder: string): Promise<Moved> {
  // Older releases have no such file.
  const text = await readFile(path.join(folder, 'moved.json'), 'utf8').catch(() => '{}');
  return new Map(Object.entries(JSON.parse(text) as Record<string, string>));
}
