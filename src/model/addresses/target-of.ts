/** The result of looking for a file by the name in a text. */
export type FileMatch =
  | {
      /** The real path below content/. */
      path: string;
      /** What comes after the name: `#page=3`, `?x=1`; usually empty. */
      rest: string;
    }
  /** Only upper and lower case differ: the same file on some disks, no file on others. */
  | { near: string };

/** Finds the file that `src` refers to in the entry of `folder`. Undefined if there is none. */
export type FindFile = (folder: string, src: string) => FileMatch | undefined;

/** What an address in a text names, as a browser on one of our pages would read it. */
export type Target =
  | { kind: 'empty' }
  /** Another site, over http or https. */
  | { kind: 'external' }
  /** `mailto:` and `tel:`. */
  | { kind: 'contact' }
  /** A place in the same text: `#第一章`. */
  | { kind: 'anchor' }
  /** A page of this site, `/activities/`, and the place in it, if the address names one. */
  | { kind: 'page'; path: string; anchor: string | undefined }
  /** A file in the folder of the entry: its real path below content/, and `#page=3` or `?x=1`. */
  | { kind: 'file'; path: string; rest: string }
  /** Only upper and lower case differ from a file. */
  | { kind: 'near'; near: string }
  /** Would be a file next to the text, but there is none. */
  | { kind: 'missing' }
  /** `www.example.cn` without https. */
  | { kind: 'missing scheme' }
  /** Opens nothing, or something else than a page: `javascript:`, `file:`, `http://[::1]:x`. */
  | { kind: 'unsafe' };

const noFiles: FindFile = () => undefined;

/**
 * The one place that decides what an address names: for renderer, checker, pages, feeds, elder view and desk. Browsers
 * skip spaces and control characters before and tabs inside a scheme, so `java&#9;script:` is `javascript:` here too.
 * Schemes that are not listed are unsafe, and so is an address that no browser can parse. Without `find`, a file next to
 * the text is missing.
 */
export function targetOf(written: string, folder = '', find = noFiles): Target {
  const bare = written.replace(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]+/g, '').toLowerCase();
  if (bare === '') return { kind: 'empty' };
  const scheme = /^([^/?#:]*):/.exec(bare)?.[1];
  if (scheme !== undefined) return { kind: kindOfScheme(scheme, bare, written) };
  // `//host` and what browsers treat like it: `\\host`, `/\host`.
  if (/^[/\\]{2}/.test(bare))
    return { kind: bare.startsWith('//') && isWhole(written) ? 'external' : 'unsafe' };
  if (bare.startsWith('#')) return { kind: 'anchor' };
  if (/^www\./.test(bare)) return { kind: 'missing scheme' };
  if (bare.startsWith('/')) {
    const [path = '', anchor] = written.trim().split('#', 2);
    return { kind: 'page', path, anchor };
  }
  const found = find(folder, written);
  if (!found) return { kind: 'missing' };
  return 'near' in found ? { kind: 'near', near: found.near } : { kind: 'file', ...found };
}

function kindOfScheme(scheme: string, bare: string, written: string): 'external' | 'contact' | 'unsafe' {
  if (scheme === 'mailto' || scheme === 'tel') return isWhole(written) ? 'contact' : 'unsafe';
  if (scheme !== 'http' && scheme !== 'https') return 'unsafe';
  return /^https?:\/\/[^/\\]/.test(bare) && isWhole(written) ? 'external' : 'unsafe';
}

/** Whether a browser can parse the address: not with the port `x` or 99999, nor with half an IPv6 address. */
const isWhole = (written: string): boolean => URL.canParse(written.trim(), 'https://here.example/');

/** Whether an address names a file in the folder of the entry, existing or not. */
export const namesFile = (written: string): boolean => targetOf(written).kind === 'missing';
