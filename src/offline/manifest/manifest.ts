/** Everything that a path needs offline. Written after the build, read by the page that downloads it. */
export interface Manifest {
  version: 1;
  path: string;
  title: string;
  /** Hash of all items: it changes when, and only when, something in this path changes. */
  release: string;
  bytes: number;
  items: ManifestItem[];
  /** Attachments that are too large to be included. */
  left: { address: string; bytes: number }[];
}

export interface ManifestItem {
  /** With the base path, percent-encoded as in a browser. */
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

/** The size of an update: items that are new or have changed. */
export function bytesToFetch(next: Manifest, kept: Manifest | undefined): number {
  const known = new Set(kept?.items.map(({ address, hash }) => `${address} ${hash}`));
  return next.items
    .filter(({ address, hash }) => !known.has(`${address} ${hash}`))
    .reduce((sum, { bytes }) => sum + bytes, 0);
}
