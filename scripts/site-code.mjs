// What for: the cache key for everything the site's code generates, so that no output of older code is reused.
// How: imported by run.mjs, by the content loader and by the desk's server. Uses nothing but Node >= 20.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Everything that makes the site besides its content. The lock file stands for the packages. */
const siteSources = [
  'src',
  'public',
  'astro.config.mjs',
  'package-lock.json',
  'scripts/build.ts',
  'scripts/build',
];

/**
 * A fingerprint of the code that builds the site.
 *
 * @param {string} root the project's folder
 * @returns {string} 16 hexadecimal digits
 */
export const siteCode = (root) => fingerprint(root, siteSources);

/**
 * A fingerprint of files and folders, by name and content. Throws if one is missing.
 *
 * @param {string} root the folder the names start from
 * @param {readonly string[]} names files and folders
 * @returns {string} 16 hexadecimal digits
 */
export function fingerprint(root, names) {
  const hash = createHash('sha256');
  /** @param {string} name */
  const add = (name) => {
    const full = path.join(root, name);
    if (statSync(full).isDirectory()) for (const each of readdirSync(full).sort()) add(path.join(name, each));
    else hash.update(`${name}\0`).update(readFileSync(full)).update('\0');
  };
  names.forEach(add);
  return hash.digest('hex').slice(0, 16);
}
