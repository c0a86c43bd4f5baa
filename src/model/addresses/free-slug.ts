const longest = 60;

/** A name for the address that nobody has, as near to the wanted one as may be: `canting`, `canting-2`, `canting-3`. */
export function freeSlug(wanted: string, used: ReadonlySet<string>): string {
  const stem = wanted.replace(/-[2-9]$/, '');
  for (let count = 2; ; count++) {
    const ending = `-${String(count)}`;
    const name = `${stem.slice(0, longest - ending.length).replace(/-+$/, '')}${ending}`;
    if (!used.has(name)) return name;
  }
}
