/** Word and Excel files, made part by part as the programs write them. */
import { zipSync } from 'fflate';

export type Parts = Readonly<Record<string, string | Buffer>>;

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const excel = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const relationship = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${type.includes(':') ? type : `${office}/${type}`}" Target="${target}"${mode === '' ? '' : ` TargetMode="${mode}"`}/>`;
export const relationships = (...all: string[]): string =>
  `${xml}<Relationships xmlns="${packages}/relationships">${all.join('')}</Relationships>`;

const types = (main: string): string =>
  `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpg" ContentType="image/jpeg"/>${main}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

const properties = (author: string): Parts => ({
  'docProps/core.xml': `${xml}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy></cp:coreProperties>`,
  'docProps/app.xml': `${xml}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>${author}</Company></Properties>`,
  'docProps/custom.xml': `${xml}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property name="${author}"/></Properties>`,
});

const root = (main: string): string =>
  relationships(
    relationship('rId1', 'officeDocument', main),
    relationship('rId2', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    relationship('rId3', 'extended-properties', 'docProps/app.xml'),
    relationship('rId4', 'custom-properties', 'docProps/custom.xml'),
  );

export const wordDocument = (body: string): string =>
  `${xml}<w:document xmlns:w="${word}" xmlns:r="${office}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>${body}</w:body></w:document>`;
export const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A Word file by `author`, with other or further parts. */
export const docx = (author: string, parts: Parts = {}): Buffer =>
  packed({
    '[Content_Types].xml': types(
      '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>',
    ),
    '_rels/.rels': root('word/document.xml'),
    'word/document.xml': wordDocument(paragraph('共建 协议 &amp; 清单')),
    ...properties(author),
    ...parts,
  });

/** An Excel file by `author`, with other or further parts. */
export const xlsx = (author: string, parts: Parts = {}): Buffer =>
  packed({
    '[Content_Types].xml': types(
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>',
    ),
    '_rels/.rels': root('xl/workbook.xml'),
    'xl/workbook.xml': `${xml}<workbook xmlns="${excel}" xmlns:r="${office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><fileSharing userName="${author}"/><mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" url="C:\\Users\\${author}\\"/></mc:Choice></mc:AlternateContent><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(relationship('rId1', 'worksheet', 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': `${xml}<worksheet xmlns="${excel}" xmlns:r="${office}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>走访</t></is></c></row></sheetData><pageSetup paperSize="9" r:id="rId9"/></worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(
      relationship('rId9', 'printerSettings', '../printerSettings/printerSettings1.bin'),
    ),
    'xl/printerSettings/printerSettings1.bin': Buffer.from(`\\\\server\\${author}`),
    ...properties(author),
    ...parts,
  });

export const packed = (parts: Parts): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, Buffer.from(part)]))),
  );
