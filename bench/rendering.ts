import { execFileSync } from 'node:child_process';
import { readFile, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { splitEntry } from '../src/model/front-matter/entry-file.ts';
import { printTable } from './table.ts';

type Renderer = (source: string) => { html: string; problems: { line: number; message: string }[] };

/**
 * Renders the sample content, and optionally every law of a file, with the renderer of another revision and with the
 * current one. Shows which texts a change of the renderer affects.
 */
export async function compareRendering(folder: string, revision = 'HEAD', laws?: string): Promise<void> {
  const root = path.resolve(import.meta.dirname, '..');
  const before = await rendererOf(revision, root, folder);
  const { renderMarkdown: now } = await import('../src/markdown/render.ts');
  const kinds: [string, Map<string, string>][] = [
    ['sample content', await bodies(path.join(root, 'content'))],
  ];
  if (laws !== undefined) kinds.push(['laws', await lawBodies(laws)]);
  const rows: string[][] = [];
  const changed: string[] = [];
  for (const [kind, texts] of kinds) {
    let same = 0;
    let fresh = 0;
    let gone = 0;
    for (const [name, text] of texts) {
      const old = before(text);
      const made = now(text);
      if (old.html === made.html) same++;
      else changed.push(`${kind}: ${name}`);
      const messages = (problems: { line: number; message: string }[]) =>
        new Set(problems.map(({ line, message }) => `${String(line)} ${message}`));
      fresh += countMissing(messages(made.problems), messages(old.problems));
      gone += countMissing(messages(old.problems), messages(made.problems));
    }
    rows.push([kind, texts.size, same, texts.size - same, fresh, gone].map(String));
  }
  printTable(
    `Rendering, ${revision} against the working tree`,
    ['texts', 'rendered', 'same HTML', 'other HTML', 'new problems', 'gone problems'],
    rows,
  );
  for (const name of changed) process.stdout.write(`  ${name}\n`);
}

const countMissing = (some: Set<string>, others: Set<string>): number =>
  [...some].filter((each) => !others.has(each)).length;

/** The renderer of a revision, with the packages installed now. */
async function rendererOf(revision: string, root: string, folder: string): Promise<Renderer> {
  const archive = execFileSync('git', ['archive', revision, 'src', 'package.json'], {
    cwd: root,
    maxBuffer: 1 << 28,
  });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const file = pathToFileURL(path.join(folder, 'src/markdown/render.ts')).href;
  return ((await import(file)) as { renderMarkdown: Renderer }).renderMarkdown;
}

async function bodies(content: string): Promise<Map<string, string>> {
  const names = (await readdir(content, { recursive: true })).filter((name) => name.endsWith('.md')).sort();
  const texts = await Promise.all(names.map((name) => readFile(path.join(content, name), 'utf8')));
  return new Map(names.map((name, at) => [name, splitEntry(texts[at] ?? '')?.body ?? '']));
}

async function lawBodies(file: string): Promise<Map<string, string>> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  const laws = lines.map((line) => JSON.parse(line) as { title: string; body: string });
  return new Map(laws.map(({ title, body }, at) => [`${String(at + 1)} ${title}`, body]));
}
