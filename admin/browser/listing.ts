import { Cursor } from 'decap-cms-lib-util';
import type { CursorData } from 'decap-cms-lib-util';
import { askStore } from './ask.ts';

export interface Listed {
  file: { path: string; id: string };
  data: string;
}

export interface Page {
  entries: Listed[];
  cursor: CursorData;
}

const pageSize = 30;

/** One page of a collection, newest first: ten thousand texts at once took seconds and 400 MB in the browser. */
export async function pageOf(folder: string, page: number): Promise<Page> {
  const { entries, total } = await askStore<{ entries: Listed[]; total: number }>('entriesByFolder', {
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
