// What for: puts into package-lock.json the optional packages of other platforms that npm (11.19) leaves out when it
//           writes the file on this one. `npm ci` refuses a lock file without them, and other platforms need them.
// How: node scripts/complete-lock.mjs   after each change of the dependencies
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;
const added = [];

for (const [place, { optionalDependencies = {} }] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    // Ranges are resolved by npm; platform packages are named by exact version.
    if (!/^\d+\.\d+\.\d+$/.test(range) || versionSeenFrom(place, name) === range) continue;
    const taken = packages[`node_modules/${name}`];
    const path = taken ? `${place}/node_modules/${name}` : `node_modules/${name}`;
    packages[path] = { version: range, ...published(name, range), dev: true, optional: true };
    added.push(`${path} ${range}`);
  }
}

lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'The lock file was complete.' : `Added:\n  ${added.join('\n  ')}`);

/** The version a package finds when it looks upwards through node_modules, as Node does. */
function versionSeenFrom(place, name) {
  for (let at = place; ; at = at.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const found = packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`];
    if (found || at === '') return found?.version;
  }
}

/** What the registry says of a package; where it does not have it, the platform as its name tells it. */
function published(name, version) {
  const asked = spawnSync(
    'npm',
    ['view', `${name}@${version}`, 'dist.integrity', 'os', 'cpu', 'libc', '--json'],
    {
      encoding: 'utf8',
    },
  );
  if (asked.status === 0 && asked.stdout.trim() !== '') {
    const { 'dist.integrity': integrity, os, cpu, libc } = JSON.parse(asked.stdout);
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
