/** 300 entries with the habits of offices, written into a content folder with the sample that they refer to. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { drawFrom } from './draw.ts';
import type { Draw } from './draw.ts';
import { momentLine, summaryLine, titleLine, written } from './front-matter.ts';
import { pictureOf, tableFile } from './pictures.ts';
import type { HabitFile } from './pictures.ts';
import { bodyOf } from './texts.ts';

export interface HabitEntry {
  /** Below the content folder: `notices/2026/xiguan-001`. */
  folder: string;
  /** Address of its page, with slashes at both ends. */
  address: string;
  /** Occurs in the body only; undefined for a body that is just a picture. */
  mark: string | undefined;
  /** Pictures that the body shows. */
  pictures: number;
}

export async function writeHabits(content: string, count: number, seed: number): Promise<HabitEntry[]> {
  const draw = drawFrom(seed);
  const entries: HabitEntry[] = [];
  for (let number = 0; number < count; number++) entries.push(await writeEntry(content, draw, number));
  return entries;
}

/** The fields of each collection besides title, slug and text. */
const heads: Readonly<Record<string, (draw: Draw) => string[]>> = {
  notices: (draw) => [momentLine(draw), summaryLine(draw), 'orgs:', '  - shili-juweihui'],
  activities: (draw) => [
    'date: 2026-11-20',
    momentLine(draw),
    summaryLine(draw),
    'orgs:',
    '  - shili-juweihui',
    'source: 示例社区',
  ],
  terms: () => ['meaning: 一句大白话，让没学过的人看得懂。'],
};

async function writeEntry(content: string, draw: Draw, number: number): Promise<HabitEntry> {
  const collection = draw.one(['notices', 'notices', 'activities', 'terms']);
  const slug = `xiguan-${String(number).padStart(3, '0')}`;
  const year = collection === 'terms' ? '' : '2026/';
  const folder = `${collection}/${year}${slug}`;
  const files: HabitFile[] = draw.chance(0.4) ? [await pictureOf(draw)] : [];
  const isPoster = files.length > 0 && draw.chance(0.3);
  const mark = isPoster ? undefined : `核对码${slug.slice(-3)}号`;
  const shown = files.map(({ name, named }) => `![门口的样子](${asWritten(named ?? name)})`);
  if (draw.chance(0.1)) files.push(tableFile(draw));
  const attached = files.filter(({ isPicture }) => !isPicture);
  const head = [
    titleLine(draw, number),
    `slug: ${slug}`,
    ...(heads[collection]?.(draw) ?? []),
    ...(attached.length > 0 && collection !== 'terms'
      ? ['attachments:', ...attached.flatMap(({ name }) => [`  - src: ${name}`, '    title: 数据表'])]
      : []),
    'sample: true',
  ];
  const body = mark === undefined ? shown : [bodyOf(draw), ...shown, `${mark}。`];
  const place = path.join(content, folder);
  await mkdir(place, { recursive: true });
  await writeFile(path.join(place, 'index.md'), written(draw, head, body.join('\n\n')));
  for (const { name, bytes } of files) await writeFile(path.join(place, name), bytes);
  return { folder, address: `/${folder}/`, mark, pictures: shown.length };
}

/** In Markdown a name with blanks needs angle brackets. */
const asWritten = (name: string): string => (/[\s()]/.test(name) ? `<${name}>` : name);
