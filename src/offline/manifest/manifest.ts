/** What belongs to a path on a device without network. Written after the build, read by the page that downloads it. */
export interface Manifest {
  version: 1;
  path: string;
  title: string;
  /** Hash of all items: another one means that something in this path has changed, and nothing else does. */
  release: string;
  bytes: number;
  items: ManifestItem[];
  /** Attachments too large to be taken along. */
  left: { address: string; bytes: number }[];
}

export interface ManifestItem {
  /** With the base path, percent-encoded: as a browser has it. */
  address: string;
  kind: 'page' | 'picture' | 'file' | 'part';
  /** SHA-256, base64url. */
  hash: string;
  bytes: number;
}

export const isManifest = (found: unknown): found is Manifest =>
  typeof found === 'object' &&
  found !== null &&
  (found as Manifest).version === 1 &&
  typeof (found as Manifest).release === 'string' &&
  Array.isArray((found as Manifest).items);

/** What an update has to fetch: items that are new or have changed. */
export function bytesToFetch(next: Manifest, kept: Manifest | undefined): number {
  const known = new Set(kept?.items.map(({ address, hash }) => `${address} ${hash}`));
  return next.items
    .filter(({ address, hash }) => !known.has(`${address} ${hash}`))
    .reduce((sum, { bytes }) => sum + bytes, 0);
}
