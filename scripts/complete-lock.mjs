// What for: adds to package-lock.json the optional packages of other platforms, which npm (11.19) omits when it writes
//           the file. `npm ci` rejects a lock file without them, and other platforms need them.
// How: node scripts/complete-lock.mjs   after each change of the dependencies
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;
const added = [];

for (const [place, { optionalDependencies = {} }] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    // npm resolves ranges itself; platform packages have exact versions.
    if (!/^\d+\.\d+\.\d+$/.test(range) || versionSeenFrom(place, name) === range) continue;
    const other = packages[`node_modules/${name}`];
    const path = other ? `${place}/node_modules/${name}` : `node_modules/${name}`;
    packages[path] = { version: range, ...published(name, range), dev: true, optional: true };
    added.push(`${path} ${range}`);
  }
}

lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'The lock file was complete.' : `Added:\n  ${added.join('\n  ')}`);

/** The version that Node would resolve from a package, looking up through node_modules. */
function versionSeenFrom(place, name) {
  for (let at = place; ; at = at.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const found = packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`];
    if (found || at === '') return found?.version;
  }
}

/** The registry data of a package; if it is not there, the platform taken from its name. */
function published(name, version) {
  const answer = spawnSync(
    'npm',
    ['view', `${name}@${version}`, 'dist.integrity', 'os', 'cpu', 'libc', '--json'],
    {
      encoding: 'utf8',
    },
  );
  if (answer.status === 0 && answer.stdout.trim() !== '') {
    const { 'dist.integrity': integrity, os, cpu, libc } = JSON.parse(answer.stdout);
    return {
      integrity,
      ...(cpu && { cpu: list(cpu) }),
      ...(libc && { libc: list(libc) }),
      ...(os && { os: list(os) }),
    };
  }
  const [, os, cpu] = /(darwin|linux|win32|windows|freebsd|android)-(x64|arm64)/.exec(name) ?? [];
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os === 'windows' ? 'win32' : os] }) };
}

function list(value) {
  return Array.isArray(value) ? value : [value];
}
