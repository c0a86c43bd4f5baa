import { resolvedNames } from './file-names-in-texts.ts';
import type { FileMatch } from '../addresses/target-of.ts';

/** Finds the file that a text refers to. Files can be added and removed; see file-finder.ts for the rules. */
export class FileIndex {
  /** Several files can have one name here: composed and decomposed letters, upper and lower case. */
  readonly #real = new Map<string, string[]>();
  readonly #folded = new Map<string, string[]>();

  add(path: string): void {
    put(this.#real, path.normalize('NFC'), path);
    put(this.#folded, foldedPath(path), path);
  }

  delete(path: string): void {
    take(this.#real, path.normalize('NFC'), path);
    take(this.#folded, foldedPath(path), path);
  }

  find(folder: string, src: string): FileMatch | undefined {
    const names = resolvedNames(folder, src);
    for (const { candidate, rest } of names) {
      const path = this.#real.get(candidate)?.at(-1);
      if (path !== undefined) return { path, rest };
    }
    for (const { candidate } of names) {
      const near = this.#folded.get(candidate.toLowerCase())?.at(-1);
      if (near?.startsWith(`${folder}/`)) return { near: near.slice(folder.length + 1) };
    }
    return undefined;
  }
}

/** The spelling under which a file is looked for last: without case. */
export const foldedPath = (path: string): string => path.normalize('NFC').toLowerCase();

/** Sorted, so that the answer does not depend on the order of additions. */
function put(map: Map<string, string[]>, key: string, path: string): void {
  const known = map.get(key);
  if (!known) map.set(key, [path]);
  else if (!known.includes(path)) map.set(key, [...known, path].sort());
}

function take(map: Map<string, string[]>, key: string, path: string): void {
  const left = (map.get(key) ?? []).filter((each) => each !== path);
  if (left.length > 0) map.set(key, left);
  else map.delete(key);
}
