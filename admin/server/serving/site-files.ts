import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

export interface SiteFile {
  /** Path relative to the site, `/activities/index.html`. */
  name: string;
  file: string;
  size: number;
  modified: Date;
}

export type SiteLookup =
  | { kind: 'file'; file: SiteFile }
  | { kind: 'redirect'; to: string }
  | { kind: 'missing'; page: SiteFile | undefined };

/** Finds the file for an address in a built site. `address` is a decoded path relative to the base path. */
export async function findInSite(folder: string, address: string): Promise<SiteLookup> {
  const names = namesOf(address);
  if (names) {
    const asked = `/${names.join('/')}`;
    if (address.endsWith('/')) {
      const page = await fileAt(folder, path.posix.join(asked, 'index.html'));
      if (page) return { kind: 'file', file: page };
    } else {
      const file = await fileAt(folder, asked);
      if (file) return { kind: 'file', file };
      if (await fileAt(folder, path.posix.join(asked, 'index.html'))) {
        return { kind: 'redirect', to: `${asked}/` };
      }
    }
  }
  const inElderView = address.startsWith('/elder/') ? await fileAt(folder, '/elder/404.html') : undefined;
  return { kind: 'missing', page: inElderView ?? (await fileAt(folder, '/404.html')) };
}

/** A file of a site by its exact path. */
export async function fileAt(folder: string, name: string): Promise<SiteFile | undefined> {
  const file = path.join(folder, name);
  // Only regular files; a build writes nothing else.
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? { name, file, size: found.size, modified: found.mtime } : undefined;
}

/** The path segments, or undefined if the address tries to leave the site or to read hidden files. */
function namesOf(address: string): string[] | undefined {
  const names = address.split('/').filter((name) => name !== '');
  const fine = (name: string): boolean =>
    !name.startsWith('.') && !name.includes('\0') && !name.includes('\\') && !name.includes(':');
  return address.startsWith('/') && address.length < 2000 && names.every(fine) ? names : undefined;
}

export const readSiteFile = (file: SiteFile): Promise<Buffer> => readFile(file.file);
