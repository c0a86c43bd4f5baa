import type { ListRequest } from '../entries/list-entries.ts';
import { Refusal } from '../../shared/refusal.ts';

export type Params = Readonly<Record<string, unknown>>;

// Invalid parameters come from a page that is older than the server.
const outdated = (): Refusal => new Refusal(400, '这个页面是旧的，请刷新后再试。');

export function readText(params: Params, name: string): string {
  const value = params[name];
  if (typeof value !== 'string') throw outdated();
  return value;
}

export function readTexts(params: Params, name: string): string[] {
  const value = params[name];
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string')) throw outdated();
  return value;
}

export function readList(params: Params): ListRequest {
  const { page, pageSize, search, sort, filter } = params;
  return {
    page: typeof page === 'number' ? page : undefined,
    pageSize: typeof pageSize === 'number' ? Math.min(pageSize, 500) : undefined,
    search: typeof search === 'string' ? search : undefined,
    sort: isRecord(sort) && typeof sort['field'] === 'string' ? (sort as { field: string }) : undefined,
    filter: isRecord(filter) ? filter : undefined,
  };
}

export function readDataFile(params: Params): {
  path: string;
  newPath: string | undefined;
  slug: string;
  text: string;
} {
  const files = params['dataFiles'];
  const file: unknown = Array.isArray(files) ? files[0] : undefined;
  // One text for each entry: Decap sends more files only for translations, which the hub does not support.
  if (!isRecord(file) || (files as unknown[]).length !== 1) throw outdated();
  const newPath = file['newPath'];
  return {
    path: readText(file, 'path'),
    newPath: typeof newPath === 'string' && newPath !== file['path'] ? newPath : undefined,
    slug: readText(file, 'slug'),
    text: readText(file, 'raw'),
  };
}

export function readAssets(params: Params): { path: string; bytes: Buffer }[] {
  const assets = params['assets'] ?? [];
  if (!Array.isArray(assets)) throw outdated();
  return assets.map((asset: unknown) => {
    if (!isRecord(asset) || asset['encoding'] !== 'base64') throw outdated();
    return { path: readText(asset, 'path'), bytes: Buffer.from(readText(asset, 'content'), 'base64') };
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
