import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fixedBody } from '../../scripts/law-text.ts';
import { folderOf } from '../../src/model/addresses/entry-addresses.ts';
import { collectionOf } from '../../src/model/collections.ts';
import type { CollectionName, Data } from '../../src/model/collections.ts';
import { writeEntry } from '../../src/model/front-matter/entry-file.ts';

interface Piece {
  law: string;
  part: number;
  day: string;
  body: string;
}

/**
 * Writes a content folder of `count` entries, cut from the texts of laws: materials, notices and activities, with topics,
 * days of twenty years, links to one another and relations.
 */
export async function writeManyEntries(laws: string, folder: string, count: number): Promise<number> {
  const pieces = piecesOf(await readFile(laws, 'utf8'), count);
  const write = async <N extends CollectionName>(name: N, data: Data<N>): Promise<void> => {
    const collection = collectionOf(name);
    const place = path.join(folder, folderOf(collection, data));
    await mkdir(place, { recursive: true });
    await writeFile(path.join(place, 'index.md'), writeEntry(collection, data));
  };
  await write('site', {
    title: '万篇内容的网站',
    tagline: '用来测量的内容',
    description: '由法律法规的文本裁成一万篇，用来测量生成网站的时间和内存。',
    body: '本站由程序生成，只用来测量。\n',
  });
  await write('orgs', {
    title: '示例社区党委',
    slug: 'shequ',
    shortName: '示例社区',
    type: 'community-party',
    summary: '统筹社区服务和民情收集。',
    body: '社区党委的介绍。\n',
  });
  let before = '';
  for (const [index, piece] of pieces.entries()) {
    const common = { slug: `wen-${String(index + 1)}`, topics: [topics[index % topics.length]!] };
    const link = before === '' ? '' : `\n[上一篇](${before})\n`;
    const body = `${piece.body}\n${link}`;
    const title = `${piece.law.slice(0, 28)}（${String(piece.part)}）`;
    const moment = `${piece.day}T09:30:00+08:00`;
    const summary = `${title}的一部分。`;
    const year = piece.day.slice(0, 4);
    switch (index % 5) {
      case 0:
        await write('notices', { ...common, title, published: moment, summary, orgs: ['shequ'], body });
        before = `/notices/${year}/${common.slug}/`;
        break;
      case 1:
        await write('activities', {
          ...common,
          title,
          date: piece.day,
          published: moment,
          summary,
          orgs: ['shequ'],
          source: '示例社区',
          body,
        });
        before = `/activities/${year}/${common.slug}/`;
        break;
      default:
        await write('materials', { ...common, title, kind: 'law', published: piece.day, body });
        before = `/materials/${common.slug}/`;
    }
  }
  return pieces.length;
}

const topics = ['party-building', 'community-service', 'logistics', 'theory-study', 'food-safety'] as const;

/** Cuts the laws between paragraphs into about equal pieces, until there are `count`. */
function piecesOf(lines: string, count: number): Piece[] {
  const laws = lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { title: string; body: string })
    .map(({ title, body }) => ({ title, body: fixedBody(body).text }));
  const size = laws.reduce((sum, { body }) => sum + body.length, 0) / count;
  const pieces: Piece[] = [];
  for (let round = 0; pieces.length < count; round++) {
    for (const { title, body } of laws) {
      let part = round * 1000;
      for (const text of cut(body, size)) {
        if (pieces.length < count)
          pieces.push({ law: title, part: ++part, day: dayOf(pieces.length), body: text });
      }
    }
  }
  return pieces;
}

function* cut(body: string, size: number): Generator<string> {
  let piece = '';
  for (const paragraph of body.split(/\n{2,}/)) {
    piece += `${paragraph}\n\n`;
    if (piece.length < size) continue;
    yield piece;
    piece = '';
  }
  if (piece.trim() !== '') yield piece;
}

/** One of some 7,300 days before 2026. */
function dayOf(index: number): string {
  return new Date(Date.UTC(2006, 0, 1) + ((index * 37) % 7300) * 86_400_000).toISOString().slice(0, 10);
}
