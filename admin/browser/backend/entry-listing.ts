import { Cursor } from 'decap-cms-lib-util';
import type { CursorData } from 'decap-cms-lib-util';
import { callStore } from './server-request.ts';

export interface ListedEntry {
  file: { path: string; id: string };
  data: string;
}

export interface ListingPage {
  entries: ListedEntry[];
  cursor: CursorData;
}

const pageSize = 30;

/** One page of a collection, newest first. Loading 10,000 entries at once took seconds and 400 MB in the browser. */
export async function pageOf(folder: string, page: number): Promise<ListingPage> {
  const { entries, total } = await callStore<{ entries: ListedEntry[]; total: number }>('entriesByFolder', {
    folder,
    extension: 'md',
    depth: 3,
    page,
    pageSize,
  });
  const pageCount = Math.ceil(total / pageSize);
  const cursor = Cursor.create({
    actions: page < pageCount ? ['next'] : [],
    meta: { page, count: total, pageSize, pageCount },
    data: { folder, page },
  });
  return { entries, cursor };
}
