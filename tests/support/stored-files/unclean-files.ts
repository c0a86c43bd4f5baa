import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { jpeg, svg } from '../sample-pictures.ts';
import { metadataIn } from './metadata-reader.ts';
import { docx } from './office-files.ts';
import { pdf, withProperties } from './pdf-files.ts';
import { exifSegment, secret, withSegment } from './picture-parts.ts';

const photo = (): Promise<Buffer> => jpeg(86).then((bytes) => withSegment(bytes, 0xe1, exifSegment(6)));

/** Files as they come from a camera and an office, when they reach the content folder by git or by hand. */
export const uncleanFiles: Readonly<Record<string, Buffer | Promise<Buffer>>> = {
  'yt.jpg': photo(),
  'lt.jpg': photo(),
  'fm.jpg': photo(),
  'jy.docx': docx(secret),
  'b.pdf': pdf(withProperties(secret)),
  't.svg': svg('viewBox="0 0 86 20"', `<!-- ${secret} --><rect width="9" height="9"/>`),
};

/** A text that shows them and links to them. */
export const uncleanBody =
  '![照片](yt.jpg)\n\n[看原图](yt.jpg) [另一张](lt.jpg) [纪要](jy.docx) [表](b.pdf) [图](t.svg)\n\n![图](t.svg)';

/** The files of a built site that still say something of people and places, as another library reads them. */
export async function saidBySite(folder: string): Promise<{ files: number; secrets: string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
  const secrets: string[] = [];
  for (const name of names) {
    const bytes = await readFile(name);
    const isPicture = /\.(?:jpe?g|png|webp|avif)$/i.test(name);
    const said = isPicture ? Object.keys(await metadataIn(bytes)) : [];
    if (bytes.includes('MARKER') || said.length > 0) secrets.push(`${name} ${said.join(' ')}`);
  }
  return { files: names.length, secrets };
}
