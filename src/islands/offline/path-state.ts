import type { Manifest } from '../../offline/manifest/manifest.ts';
import { downloadedPaths } from '../../offline/downloaded-paths.ts';
import type { DownloadedPath } from '../../offline/downloaded-paths.ts';
import { bytesOfPart, siteManifest } from './download.ts';

/** What the device has of a path, and what the site has. */
export interface PathState {
  whole: DownloadedPath | undefined;
  /** Bytes of an unfinished download. */
  part: number;
  /** Undefined when the site cannot be reached. */
  onSite: Manifest | undefined;
  /** The site was reached, and no longer has this path. */
  isGone: boolean;
}

export async function stateOf(slug: string): Promise<PathState> {
  const base = import.meta.env.BASE_URL;
  const whole = (await downloadedPaths(base)).find(({ manifest }) => manifest.path === slug);
  const part = await bytesOfPart(slug);
  try {
    const onSite = await siteManifest(slug);
    return { whole, part, onSite, isGone: onSite === undefined };
  } catch {
    return { whole, part, onSite: undefined, isGone: false };
  }
}

export const hasUpdate = ({ whole, onSite }: PathState): boolean =>
  whole !== undefined && onSite !== undefined && whole.manifest.release !== onSite.release;
