const maxLength = 60;

/** An unused slug that is close to the wanted one: `canting-2`, `canting-3`. */
export function freeSlug(wanted: string, used: ReadonlySet<string>): string {
  const stem = wanted.replace(/-[2-9]$/, '');
  for (let count = 2; ; count++) {
    const ending = `-${String(count)}`;
    const name = `${stem.slice(0, maxLength - ending.length).replace(/-+$/, '')}${ending}`;
    if (!used.has(name)) return name;
  }
}
