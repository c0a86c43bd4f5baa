import { unzlibSync, zlibSync } from 'fflate';
import { PDFString } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { jpeg } from '../../../tests/support/sample-pictures.ts';
import {
  annotation,
  name,
  opens,
  pdf,
  withProperties,
} from '../../../tests/support/stored-files/pdf-files.ts';
import { exifSegment, withSegment } from '../../../tests/support/stored-files/picture-parts.ts';
import { faultOf, stored } from '../../../tests/support/stored-files/stored.ts';

const author = 'MARKER张三';
const photo = withSegment(await jpeg(), 0xe1, exifSegment());

/** Everything that a PDF holds: its bytes, and every stream that can be unpacked. */
function everythingIn(bytes: Buffer): string {
  const parts = [bytes.toString('latin1')];
  for (let at = bytes.indexOf('stream\n'); at !== -1; at = bytes.indexOf('stream\n', at + 7)) {
    try {
      parts.push(
        Buffer.from(unzlibSync(bytes.subarray(at + 7, bytes.indexOf('endstream', at)))).toString('latin1'),
      );
    } catch {
      // Not packed.
    }
  }
  return parts.join('\n');
}

const action = { S: 'JavaScript', JS: PDFString.of(`app.alert('${author}')`) };

describe('a PDF', () => {
  test.each<[string, Buffer | Promise<Buffer>]>([
    ['its properties', pdf(withProperties(author))],
    ['a script', pdf(opens({ Type: 'Action', ...action }))],
    ['a program that starts', pdf(opens({ S: 'Launch', F: PDFString.of(`${author}.exe`) }))],
    [
      'a script among names',
      pdf(({ context, catalog }) =>
        catalog.set(name('Names'), context.obj({ JavaScript: { Names: [PDFString.of('a'), action] } })),
      ),
    ],
    ['a script of a page', pdf(({ context, page }) => page.set(name('AA'), context.obj({ O: action })))],
    [
      'a form that is sent',
      pdf(annotation({ Subtype: 'Link', A: { S: 'SubmitForm', F: PDFString.of(author) } })),
    ],
    [
      'a link to a script',
      pdf(annotation({ Subtype: 'Link', A: { S: 'URI', URI: PDFString.of(`javascript:${author}`) } })),
    ],
    [
      'the writer of a note',
      pdf(annotation({ Subtype: 'Text', T: PDFString.of(author), Contents: PDFString.of('a') })),
    ],
    [
      'an earlier version',
      pdf(withProperties(author)).then((bytes) => Buffer.concat([bytes, Buffer.from(`\n% ${author}\n`)])),
    ],
    [
      'a photo’s place',
      pdf(async ({ document }) => {
        const image = await document.embedJpg(photo);
        document.getPage(0).drawImage(image, { x: 0, y: 0, width: 50, height: 50 });
      }),
    ],
  ])('is stored without %s', async (_, made) => {
    const bytes = await made;
    expect(everythingIn(bytes)).toContain('MARKER');
    const clean = await stored('a.pdf', bytes);
    expect(everythingIn(clean)).not.toMatch(/MARKER|JavaScript|Launch|SubmitForm|xmpmeta/);
    const read = await getDocument({ data: new Uint8Array(clean), useSystemFonts: true }).promise;
    const { info, metadata } = await read.getMetadata();
    expect([
      metadata,
      (info as { Author?: string }).Author,
      (info as { Producer?: string }).Producer,
    ]).toEqual([null, undefined, undefined]);
    expect([await read.getJSActions(), await read.getAttachments(), await read.getOpenAction()]).toEqual([
      null,
      null,
      null,
    ]);
    const { items } = await (await read.getPage(1)).getTextContent();
    expect(items.map((item) => ('str' in item ? item.str : '')).join('')).toBe('Gongjian');
  });

  test.each<[string, string, Buffer | Promise<Buffer>]>([
    ['an attachment', '带着附件', pdf(({ document }) => document.attach(Buffer.from(author), 'a.exe'))],
    ['a file on the page', '带着附件', pdf(annotation({ Subtype: 'FileAttachment' }))],
    ['a video', '带着附件', pdf(annotation({ Subtype: 'RichMedia' }))],
    [
      'a signature',
      '电子签章',
      pdf(
        annotation({
          Subtype: 'Widget',
          V: { Type: 'Sig', ByteRange: [0, 1, 2, 3], Contents: PDFString.of('a') },
        }),
      ),
    ],
    [
      'a form that is a program',
      '动态表单',
      pdf(({ context, catalog }) => catalog.set(name('AcroForm'), context.obj({ Fields: [], XFA: [] }))),
    ],
    ['a password', '设了密码', encrypted()],
    ['half of it', '打不开', pdf().then((bytes) => bytes.subarray(0, 300))],
    [
      'an object that cannot be read',
      '打不开',
      pdf(({ document, page }) => {
        page.set(name('Other'), document.context.register(document.context.obj({ Broken: 1 })));
      }).then((bytes) => Buffer.from(bytes.toString('latin1').replace('/Broken 1', '/Broken )'), 'latin1')),
    ],
    ['a bomb of objects', '展开以后太大', pdf().then(withBomb)],
    [
      'no pages',
      '打不开',
      Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF'),
    ],
    ['its mark alone', '打不开', Buffer.from('%PDF-1.7')],
  ])('is refused with %s', async (_, sentence, bytes) => {
    expect(await faultOf('a.pdf', await bytes)).toContain(sentence);
  });

  test('a photo’s place goes also from a photo that is packed once more, or has no end', async () => {
    const clean = await stored(
      'a.pdf',
      await pdf(({ context, page }) => {
        const picture = (content: Uint8Array, filters: string[]) =>
          context.register(
            context.stream(content, {
              Type: 'XObject',
              Subtype: 'Image',
              Filter: filters,
              Width: 60,
              Height: 40,
            }),
          );
        const all = {
          A: picture(zlibSync(photo), ['FlateDecode', 'DCTDecode']),
          B: picture(photo.subarray(0, -2), ['DCTDecode']),
        };
        page.set(name('Other'), context.obj(all));
      }),
    );
    expect(everythingIn(clean).split('\xff\xd8\xff')).toHaveLength(3);
    expect(everythingIn(clean)).not.toMatch(/MARKER|Exif/);
  });

  test('keeps links to pages', async () => {
    const clean = await stored(
      'a.pdf',
      await pdf(annotation({ Subtype: 'Link', A: { S: 'URI', URI: PDFString.of('https://example.com/') } })),
    );
    expect(everythingIn(clean)).toContain('https://example.com/');
  });
});

async function encrypted(): Promise<Buffer> {
  return pdf(({ document }) => {
    document.encrypt({ userPassword: 'a', ownerPassword: 'b' });
  });
}

/** A list of objects that becomes 70 MB. */
function withBomb(bytes: Buffer): Buffer {
  const packed = zlibSync(new Uint8Array(70 * 1024 * 1024));
  const start = bytes.indexOf('\n', bytes.indexOf('\n') + 1) + 1;
  const head = `90 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${String(packed.length)}>>\nstream\n`;
  const object = Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n')]);
  return Buffer.concat([bytes.subarray(0, start), object, bytes.subarray(start)]);
}
