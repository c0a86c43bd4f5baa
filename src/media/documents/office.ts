import { unzipSync, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { percentDecoded } from '../../model/addresses/percent-decoded.ts';
import { fileKindOf } from '../file-signature.ts';
import { cleanRaster } from '../raster/clean-raster.ts';
import { cleanSvg } from '../svg-safety.ts';
import { cleanPart } from './office-parts.ts';
import { cleanRelationships, relationshipsOf } from './office-relationships.ts';
import { rewriteXml } from './rewrite-xml.ts';
import { BrokenDocument, UnsafeDocument } from './unsafe-document.ts';

/**
 * A Word or Excel file without what says who made it and on which computer, and without parts that nothing refers to. The
 * parts are read and written anew, so no room between them holds anything. Throws for macros, embedded programs and
 * what would be fetched, and for comments and tracked changes, which the author has to decide about.
 */
export async function cleanOffice(bytes: Uint8Array, depth = 0): Promise<{ kind: string; bytes: Buffer }> {
  const parts = partsOf(bytes);
  const types = parts.find(contentTypes)?.content;
  const root = parts.find(rootRelationships)?.content;
  if (!types || !root) return { kind: 'zip', bytes: Buffer.from(bytes) };
  const kind = kindIn(types);
  const kept = new Map<string, Uint8Array>();
  const waiting: string[] = [];
  const follow = (part: string, relationships: string, content: Uint8Array): ReadonlySet<string> => {
    const clean = cleanRelationships(part, content);
    kept.set(relationships, clean.bytes);
    waiting.push(...clean.targets);
    return clean.leftOut;
  };
  follow('', rootRelationships, root);
  for (let target = waiting.pop(); target !== undefined; target = waiting.pop()) {
    const part = parts.find(target);
    if (!part || kept.has(part.name)) continue;
    const relationships = parts.find(relationshipsOf(part.name));
    const leftOut = relationships
      ? follow(part.name, relationships.name, relationships.content)
      : new Set<string>();
    kept.set(part.name, await cleaned(part.name, part.content, leftOut, depth));
  }
  if (kept.size < 2) throw new BrokenDocument('Its main part is missing.');
  kept.set(contentTypes, typesOf(types, kept));
  const written: Zippable = {};
  // In the order of the file: programs look for the list of types at the start.
  for (const name of [contentTypes, ...[...kept.keys()].filter((each) => each !== contentTypes).sort()])
    written[name] = [kept.get(name)!, { mtime: earliest, level: 6 }];
  return { kind, bytes: Buffer.from(zipSync(written)) };
}

const contentTypes = '[Content_Types].xml';
const rootRelationships = '_rels/.rels';
/** The first day that a ZIP file can name. */
const earliest = new Date(1980, 0, 1);

/** Far above any office file of 10 MB, and far below the memory of a small server. */
const maxParts = 3_000;
const maxUnpacked = 64 * 1024 * 1024;

interface Part {
  name: string;
  content: Uint8Array;
}

function partsOf(bytes: Uint8Array): { find(name: string): Part | undefined } {
  let count = 0;
  let size = 0;
  const names = new Set<string>();
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1;
        size += originalSize;
        if (count > maxParts || size > maxUnpacked)
          throw new UnsafeDocument('展开以后太大。请删去一些内容，或拆成几个文件，再放进来');
        if (names.has(name.toLowerCase())) throw new BrokenDocument('Two parts have the same name.');
        names.add(name.toLowerCase());
        return !name.endsWith('/');
      },
    });
    const parts = new Map(
      Object.entries(unpacked).map(([name, content]) => [name.toLowerCase(), { name, content }]),
    );
    // A target may be written in other letters than the name of the part, or with escapes.
    return {
      find: (name) => parts.get(name.toLowerCase()) ?? parts.get(percentDecoded(name).toLowerCase()),
    };
  } catch (error) {
    if (error instanceof UnsafeDocument || error instanceof BrokenDocument) throw error;
    throw new BrokenDocument('The ZIP file cannot be unpacked.');
  }
}

/** What the file is, by the type of its main part. */
function kindIn(types: Uint8Array): string {
  const text = Buffer.from(types).toString('utf8');
  if (/macroEnabled|vbaProject/i.test(text))
    throw new UnsafeDocument('里面有宏。请另存为不带宏的 .docx 或 .xlsx，再放进来');
  if (text.includes('wordprocessingml.document.main+xml')) return 'docx';
  return text.includes('spreadsheetml.sheet.main+xml') ? 'xlsx' : 'zip';
}

/** The types of the parts that are kept. */
function typesOf(types: Uint8Array, kept: ReadonlyMap<string, unknown>): Buffer {
  const names = new Set([...kept.keys()].map((name) => name.toLowerCase()));
  return rewriteXml(types, {
    element: ({ name, attributes }) => {
      const part = attributes.find((attribute) => attribute.name === 'PartName')?.value;
      return name !== 'Override' || (part !== undefined && names.has(part.slice(1).toLowerCase()))
        ? attributes
        : undefined;
    },
  });
}

/** Parts that are neither XML nor pictures: fonts, and pictures that only Office draws. */
const otherParts = /\.(?:odttf|fntdata|emf|wmf|emz|wmz|wdp)$/i;

async function cleaned(
  part: string,
  content: Uint8Array,
  leftOut: ReadonlySet<string>,
  depth: number,
): Promise<Uint8Array> {
  if (/\.svg$/i.test(part)) {
    const svg = await cleanSvg(content);
    if ('fault' in svg) throw new UnsafeDocument(`里面有一张 SVG 图不能用：${svg.fault}`);
    return svg.bytes;
  }
  if (/\.(?:xml|vml)$/i.test(part)) return cleanPart(content, leftOut);
  const kind = fileKindOf(content);
  if (['jpg', 'png', 'gif', 'webp'].includes(kind)) {
    const picture = await cleanRaster(kind, content);
    if (!picture || picture.broken) throw new UnsafeDocument('里面有打不开的图片。请换掉它，再放进来');
    return picture.bytes;
  }
  if (kind === 'zip' && /\.(?:xlsx|docx)$/i.test(part) && depth < 2)
    // The numbers behind a chart.
    return (await cleanOffice(content, depth + 1)).bytes;
  if (otherParts.test(part)) return content;
  throw new UnsafeDocument('里面嵌入了别的文件或控件。请把它们删去，或换成图片，再放进来');
}
