/** Texts and their positions in a printed document, read from the PDF as a viewer shows it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Line {
  text: string;
  /** Left edge and length, in points from the left edge of the paper. */
  x: number;
  width: number;
  /** Of the baseline, in points from the lower edge of the paper. */
  y: number;
  size: number;
}

export interface PdfPage {
  width: number;
  height: number;
  lines: Line[];
}

export interface PdfHeading {
  title: string;
  /** From 1. */
  page: number;
  /** Upper edge, in points from the lower edge of the paper. */
  y: number;
}

export interface Pdf {
  pages: PdfPage[];
  /** From the outline that the browser makes of the headings it printed. */
  headings: PdfHeading[];
}

export async function readPdf(content: Buffer): Promise<Pdf> {
  const task = getDocument({ data: new Uint8Array(content), useSystemFonts: true, verbosity: 0 });
  const document = await task.promise;
  try {
    const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
    return {
      pages: await Promise.all(numbers.map((number) => pageOf(document, number))),
      headings: await headingsOf(document),
    };
  } finally {
    await task.destroy();
  }
}

async function pageOf(document: PDFDocumentProxy, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const [, , width = 0, height = 0] = page.view;
  const lines = items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [
          {
            text: item.str.trim(),
            x: Number(item.transform[4]),
            width: item.width,
            y: Number(item.transform[5]),
            size: item.height,
          },
        ]
      : [],
  );
  return { width, height, lines };
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

async function headingsOf(document: PDFDocumentProxy): Promise<PdfHeading[]> {
  const found: PdfHeading[] = [];
  const visit = async (outline: Outline): Promise<void> => {
    for (const { title, dest, items } of outline) {
      const place = typeof dest === 'string' ? await document.getDestination(dest) : dest;
      if (!place) throw new Error(`The outline names “${title}” and no place for it.`);
      const page = (await document.getPageIndex(place[0] as never)) + 1;
      found.push({ title: bare(title), page, y: Number(place[3]) });
      await visit(items as Outline);
    }
  };
  await visit((await document.getOutline()) ?? []);
  return found;
}

/** Text for comparing, without the blanks that only separate words on the screen. */
export const bare = (text: string): string => text.replace(/\s+/g, '');
