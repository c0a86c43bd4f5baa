import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fixtureContent } from '../../admin/server/testing/fixture-hub.ts';
import { importLaws } from '../../scripts/import.ts';

interface LawLine {
  title: string;
  date: string;
  body: string;
}

/** Paragraphs of a law in one entry, before the laws are cut smaller because more entries are wanted. */
const usualParagraphs = 40;

/** A content folder with this many entries, cut from a file of laws. */
export async function contentOfLaws(laws: string, entries: number, folder: string): Promise<void> {
  const lines = (await readFile(laws, 'utf8')).split('\n').filter((line) => line !== '');
  const texts = lines.map((line) => JSON.parse(line) as LawLine);
  const paragraphs = texts.reduce((sum, { body }) => sum + body.split('\n\n').length, 0);
  const each = Math.max(1, Math.min(usualParagraphs, Math.floor(paragraphs / entries)));
  const pieces = texts.flatMap((law) => piecesOf(law, each)).slice(0, entries);
  if (pieces.length < entries) throw new Error(`${laws} gives only ${String(pieces.length)} entries.`);
  const file = `${folder}.jsonl`;
  await writeFile(file, pieces.map((piece) => `${JSON.stringify(piece)}\n`).join(''));
  const { written, report } = await importLaws(file, folder);
  if (!written) throw new Error(report);
}

function piecesOf({ title, date, body }: LawLine, paragraphs: number): LawLine[] {
  const all = body.split('\n\n').filter((paragraph) => !paragraph.startsWith('#'));
  const pieces: LawLine[] = [];
  for (let at = 0; at < all.length; at += paragraphs) {
    const part = `（之${String(pieces.length + 1)}）`;
    pieces.push({
      title: `${title.slice(0, 60)}${part}`,
      date,
      body: all.slice(at, at + paragraphs).join('\n\n'),
    });
  }
  return pieces;
}

/** What the notices of the generator refer to. */
export async function addOrg(folder: string): Promise<void> {
  const name = 'orgs/shequ/index.md';
  await mkdir(path.join(folder, path.dirname(name)), { recursive: true });
  await writeFile(path.join(folder, name), fixtureContent[name] ?? '');
}
