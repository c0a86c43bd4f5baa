/** The position of the step visited last if it is not done, else of the next open step; undefined when all are done. */
export function stepToResume(
  keys: readonly string[],
  days: Readonly<Record<string, string>>,
  last: string | undefined,
): number | undefined {
  const from = last === undefined ? 0 : Math.max(0, keys.indexOf(last));
  const places = keys.map((_, at) => (from + at) % keys.length);
  return places.find((at) => days[keys[at] ?? ''] === undefined);
}
