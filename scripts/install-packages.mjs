// What for: installs the packages of the lock file, so that node_modules is always whole: the old one or the new one.
// How: imported by set-up.mjs. Uses nothing but Node >= 20.
import {
  cpSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Relative to the project, so that a rename is enough. In git's ignore list. */
const staging = '.set-up';

/**
 * Runs `npm ci` in a folder beside, and exchanges node_modules at the end. `npm ci` itself would first delete what is
 * there: without a network, or with a full disk, a hub that ran before could not be started again.
 *
 * @param {string} root the project's folder
 * @param {(folder: string) => Promise<unknown>} install runs `npm ci` in the folder
 * @param {(folder: string) => void} finish completes node_modules before it is used
 */
export async function replacePackages(root, install, finish) {
  const folder = path.join(root, staging);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
    cpSync(path.join(root, name), path.join(folder, name));
  }
  try {
    await install(folder);
    finish(path.join(folder, 'node_modules'));
    const [current, old] = [path.join(root, 'node_modules'), path.join(folder, 'old')];
    if (statSync(current, { throwIfNoEntry: false })) renameSync(current, old);
    renameSync(path.join(folder, 'node_modules'), current);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The packages that were installed and are not there any more, or only in part: a folder was deleted, or the power
 * failed while it was written.
 *
 * @param {string} root the project's folder
 * @returns {string[]} their places
 */
export function damagedPackages(root) {
  let installed;
  try {
    // npm's own list of what it installed on this platform.
    installed = JSON.parse(readFileSync(path.join(root, 'node_modules/.package-lock.json'), 'utf8')).packages;
  } catch {
    return ['node_modules'];
  }
  const isWhole = (place) =>
    (statSync(path.join(root, place, 'package.json'), { throwIfNoEntry: false })?.size ?? 0) > 1;
  return Object.keys(installed).filter((place) => !isWhole(place));
}

/**
 * Waits until no other process does this for the project, then does it.
 *
 * @template Result
 * @param {string} root the project's folder
 * @param {() => void} waiting called once when another process is at it
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function alone(root, waiting, work) {
  const lock = path.join(root, `${staging}.lock`);
  for (let told = false; !taken(lock); told = true) {
    if (!told) waiting();
    await wait(500);
  }
  const sign = setInterval(() => utimesSync(lock, new Date(), new Date()), oldest / 10);
  try {
    return await work();
  } finally {
    clearInterval(sign);
    rmSync(lock, { force: true });
  }
}

/** A lock without a sign of life for so long counts for nothing: its number may be that of another process by now. */
const oldest = 5 * 60_000;

/** Whether the lock is ours now. A lock of a process that has ended counts for nothing, either. */
function taken(lock) {
  const own = String(process.pid);
  try {
    writeFileSync(lock, own, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const seen = textOf(lock);
  const since = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  // It is empty for a moment, before its number is written.
  if (seen === undefined || (since < oldest && (seen === '' || isRunning(Number(seen))))) return false;
  // Two may find the same old lock: who moves it away must have moved that one, and not the new lock of the other.
  const aside = `${lock}.${own}`;
  try {
    renameSync(lock, aside);
    if (textOf(aside) !== seen) linkSync(aside, lock);
    unlinkSync(aside);
  } catch {
    // The other was quicker.
  }
  return false;
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
