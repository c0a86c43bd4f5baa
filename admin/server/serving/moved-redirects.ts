import { readFile } from 'node:fs/promises';
import path from 'node:path';

type Moved = ReadonlyMap<string, string>;
/** A release never changes, so its table is read once. Only the live one is asked for. */
let last: { folder: string; moved: Promise<Moved> } | undefined;

/**
 * Where an old address of a built site leads, in the view it was asked in and with what stands below it: a calendar
 * somebody has subscribed to, a booklet, and its attached files. Undefined for every other address.
 */
export async function redirectFor(folder: string, address: string): Promise<string | undefined> {
  if (last?.folder !== folder) last = { folder, moved: readMoved(folder) };
  const moved = await last.moved;
  if (moved.size === 0) return undefined;
  const view = ['/elder', '/files'].find((each) => address.startsWith(`${each}/`)) ?? '';
  const names = address.slice(view.length).split('/');
  // `/orgs/a/` or `/notices/2026/a/`: as long as an entry's address can be.
  for (const length of [3, 4]) {
    const entry = `${names.slice(0, length).join('/')}/`;
    const now = moved.get(entry);
    if (now !== undefined) return view + now + names.slice(length).join('/');
  }
  return undefined;
}

async function readMoved(folder: string): Promise<Moved> {
  // Releases from before addresses could move have no such file.
  const text = await readFile(path.join(folder, 'moved.json'), 'utf8').catch(() => '{}');
  return new Map(Object.entries(JSON.parse(text) as Record<string, string>));
}
