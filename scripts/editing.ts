// What for: writes the table of collections into docs/editing.zh-CN.md, the editors' manual, from the model.
// How: node scripts/run.mjs editing   (tests/docs.test.ts compares the file with the model)
import { readFile, writeFile } from 'node:fs/promises';
import { collectionNames, collectionOf } from '../src/model/collections.ts';

const file = 'docs/editing.zh-CN.md';
const [start, end] = ['<!-- collections -->', '<!-- /collections -->'];

/** The manual with its table updated from the model. */
export function withCollections(manual: string): string {
  const [from, to] = [manual.indexOf(start), manual.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} has no place for the table: ${start} … ${end}.`);
  return `${manual.slice(0, from + start.length)}\n\n${table()}\n\n${manual.slice(to)}`;
}

const table = (): string =>
  [
    '| 栏目 | 写什么 |',
    '|---|---|',
    ...collectionNames.map((name) => {
      const { label, description } = collectionOf(name);
      return `| ${label} | ${description} |`;
    }),
  ].join('\n');

if (import.meta.main) {
  await writeFile(file, withCollections(await readFile(file, 'utf8')));
  process.stdout.write(`Wrote ${file}.\n`);
}
