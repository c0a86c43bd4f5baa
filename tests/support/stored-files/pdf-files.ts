/** PDF files with what programs and strangers put into them. */
import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PDFContext, PDFDict } from '@cantoo/pdf-lib';

interface Made {
  document: PDFDocument;
  context: PDFContext;
  catalog: PDFDict;
  page: PDFDict;
}

/** A PDF of one page with a text, after `change` has added to it. */
export async function pdf(change: (made: Made) => unknown = () => undefined): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([200, 100]);
  page.drawText('Gongjian', { x: 20, y: 40 });
  await change({ document, context: document.context, catalog: document.catalog, page: page.node });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

export const name = (text: string): PDFName => PDFName.of(text);

export function withProperties(author: string) {
  return ({ document, context, catalog, page }: Made): void => {
    document.setAuthor(author);
    document.setTitle(author);
    document.setProducer(author);
    document.setCreationDate(new Date(0));
    const xmp = context.stream(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${author}</x:xmpmeta>`, {
      Type: 'Metadata',
      Subtype: 'XML',
    });
    catalog.set(name('Metadata'), context.register(xmp));
    page.set(name('PieceInfo'), context.obj({ App: { Private: PDFString.of(author) } }));
    page.set(name('LastModified'), PDFString.of(author));
    context.register(context.obj({ Old: PDFHexString.fromText(author) }));
    context.trailerInfo.ID = context.obj([PDFString.of(author), PDFString.of(author)]);
  };
}

/** Something that happens by itself when the file is opened. */
export const opens =
  (action: Record<string, unknown>) =>
  ({ context, catalog }: Made): void => {
    catalog.set(name('OpenAction'), context.obj(action as Parameters<PDFContext['obj']>[0]));
  };

/** Something on the page: a link, a note, a button. */
export const annotation =
  (dict: Record<string, unknown>) =>
  ({ context, page }: Made): void => {
    const annot = context.obj({ Type: 'Annot', Rect: [0, 0, 50, 50], ...dict } as Parameters<
      PDFContext['obj']
    >[0]);
    page.set(name('Annots'), context.obj([context.register(annot)]));
  };
