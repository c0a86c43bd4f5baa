// What for: completes package-lock.json after npm (11.19) has written it: adds the optional packages of other platforms,
//           which npm omits and `npm ci` demands, and the integrity of each package that has none.
// How: node scripts/complete-lock.mjs   after each change of the dependencies
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * The same lock, complete. What the registry does not know is an error: without integrity, anything would be installed.
 *
 * @param {{ packages: Record<string, any> }} lock
 * @param {(name: string, version: string) => { integrity: string }} published the registry's data of a package
 * @returns {{ lock: { packages: Record<string, any> }, added: string[] }}
 */
export function completeLock(lock, published) {
  const packages = structuredClone(lock.packages);
  const added = [];
  for (const [place, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      // npm resolves ranges itself; platform packages have exact versions.
      if (!/^\d+\.\d+\.\d+$/.test(range) || versionSeenFrom(packages, place, name) === range) continue;
      const other = packages[`node_modules/${name}`];
      const path = other ? `${place}/node_modules/${name}` : `node_modules/${name}`;
      const development = place === '' ? {} : { dev: true };
      packages[path] = { version: range, ...published(name, range), ...development, optional: true };
      added.push(`${path} ${range}`);
    }
  }
  for (const [place, entry] of Object.entries(packages)) {
    if (place === '' || entry.link || entry.integrity) continue;
    const { integrity, license } = published(nameOf(place, entry), entry.version);
    packages[place] = { version: entry.version, integrity, ...(license && { license }), ...entry };
    added.push(`${place} ${entry.version}, integrity`);
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added };
}

/** The name of a package; one that is installed under another name has it in the entry. */
export const nameOf = (place, entry) => entry.name ?? place.slice(place.lastIndexOf('node_modules/') + 13);

/** The version that Node would resolve from a package, looking up through node_modules. */
function versionSeenFrom(packages, place, name) {
  for (let at = place; ; at = at.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const found = packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`];
    if (found || at === '') return found?.version;
  }
}

function fromRegistry(name, version) {
  const fields = ['dist.integrity', 'os', 'cpu', 'libc', 'license'];
  const answer = spawnSync('npm', ['view', `${name}@${version}`, ...fields, '--json'], { encoding: 'utf8' });
  const known = answer.status === 0 && answer.stdout.trim() !== '' ? JSON.parse(answer.stdout) : {};
  const integrity = known['dist.integrity'];
  if (!integrity) throw new Error(`The registry has no integrity for ${name}@${version}.\n${answer.stderr}`);
  const { os, cpu, libc, license } = known;
  return {
    integrity,
    ...(cpu && { cpu: [cpu].flat() }),
    ...(license && { license }),
    ...(libc && { libc: [libc].flat() }),
    ...(os && { os: [os].flat() }),
  };
}

if (import.meta.filename === process.argv[1]) {
  const file = new URL('../package-lock.json', import.meta.url);
  const { lock, added } = completeLock(JSON.parse(readFileSync(file, 'utf8')), fromRegistry);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(added.length === 0 ? 'The lock file was complete.' : `Added:\n  ${added.join('\n  ')}`);
}
