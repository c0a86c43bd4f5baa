import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { jpeg } from '../../../tests/support/sample-pictures.ts';
import {
  docx,
  packed,
  paragraph,
  relationship,
  relationships,
  wordDocument,
  xlsx,
} from '../../../tests/support/stored-files/office-files.ts';
import type { Parts } from '../../../tests/support/stored-files/office-files.ts';
import { exifSegment, withSegment } from '../../../tests/support/stored-files/picture-parts.ts';
import { faultOf, stored } from '../../../tests/support/stored-files/stored.ts';

const author = 'MARKER张三';
const photo = withSegment(await jpeg(), 0xe1, exifSegment());

/** Everything that an office file holds, unpacked. */
const unpacked = (bytes: Buffer): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([part, content]) => [part, Buffer.from(content).toString()]),
  );

const word = (parts: Parts): Buffer => docx(author, parts);
const withPart = (type: string, target: string, content: string | Buffer = 'x', mode = ''): Buffer =>
  word({
    'word/_rels/document.xml.rels': relationships(relationship('rId1', type, target, mode)),
    [`word/${target}`]: content,
  });
const revision =
  '<w:p><w:ins w:id="1" w:author="张三" w:date="2026-03-15T09:30:00Z"><w:r><w:t>新</w:t></w:r></w:ins></w:p>';
const comments = (count: number): string =>
  `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${'<w:comment w:id="0" w:author="张三"/>'.repeat(count)}</w:comments>`;
const field = (...pieces: string[]): string =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${pieces.map((piece) => `<w:r><w:instrText>${piece}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>结果</w:t></w:r></w:p>`;

describe('an office file', () => {
  test('is stored without its properties and parts that nothing refers to', async () => {
    const clean = unpacked(
      await stored('a.docx', word({ 'hidden.txt': author, 'word/_rels/document.xml.rels': relationships() })),
    );
    expect(Object.keys(clean).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
    ]);
    expect(JSON.stringify(clean)).not.toContain('张三');
    expect(clean['word/document.xml']).toContain('<w:t>共建 协议 &amp; 清单</w:t>');
    expect(clean['[Content_Types].xml']).not.toContain('docProps');
  });

  test('is stored without printer, path and owner', async () => {
    const clean = unpacked(await stored('a.xlsx', xlsx(author)));
    expect(JSON.stringify(clean)).not.toMatch(/张三|printerSettings|absPath|fileSharing|rId9/);
    expect(clean['xl/worksheets/sheet1.xml']).toContain('<t>走访</t>');
    expect(clean['xl/worksheets/sheet1.xml']).toContain('<pageSetup paperSize="9"/>');
  });

  test.each<[string, string | Buffer, Buffer]>([
    ['a photo’s place', 'GPS', withPart('image', 'media/a.jpg', photo)],
    [
      'the path of a picture',
      'Users',
      word({
        'word/document.xml': wordDocument(
          `<w:p><wp:docPr id="1" name="图 1" descr="C:\\Users\\张三\\a.jpg"/></w:p>`,
        ),
      }),
    ],
    [
      'a template',
      'Normal',
      withPart('attachedTemplate', 'file:///C:/Users/%E5%BC%A0/Normal.dotm', 'x', 'External'),
    ],
    [
      'the people',
      '张三',
      withPart(
        'http://schemas.microsoft.com/office/2011/relationships/people',
        'people.xml',
        '<p author="张三"/>',
      ),
    ],
    ['sessions', 'rsid', word({ 'word/document.xml': wordDocument('<w:p w:rsidR="00AB12CD"/>') })],
    [
      'a field that names a file',
      'Users',
      word({ 'word/document.xml': wordDocument(field(' INCLUDEPICTURE "C:\\\\Users\\\\张三\\\\a.jpg" ')) }),
    ],
    [
      'a comment of XML',
      '张三',
      word({
        'word/document.xml': `<!-- 张三 -->${wordDocument(paragraph('字')).replace(/^<\?.*\?>\n/, '')}`,
      }),
    ],
    ['numbers behind a chart', 'MARKER', withPart('package', 'embeddings/a.xlsx', xlsx(author))],
  ])('is stored without %s', async (_, hidden, bytes) => {
    const clean = unpacked(await stored('a.docx', bytes));
    expect(JSON.stringify(clean)).not.toContain(hidden);
    const inner = clean['word/embeddings/a.xlsx'];
    if (inner !== undefined)
      expect(
        Object.keys(unzipSync(unzipSync(await stored('a.docx', bytes))['word/embeddings/a.xlsx']!)),
      ).not.toContain('docProps/core.xml');
  });

  test.each<[string, string, Buffer]>([
    [
      'macros',
      '里面有宏',
      withPart('http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin'),
    ],
    [
      'the type of a file with macros',
      '里面有宏',
      word({
        '[Content_Types].xml':
          '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      }),
    ],
    ['an embedded program', '嵌入了别的文件', withPart('oleObject', 'embeddings/oleObject1.bin')],
    ['a file of an unknown kind', '嵌入了别的文件', withPart('image', 'media/a.exe', 'MZ')],
    ['a control', '嵌入了别的文件', withPart('control', 'activeX/activeX1.xml', '<a/>')],
    [
      'a picture from an address',
      '链接到别处',
      withPart('image', 'https://example.com/a.png', 'x', 'External'),
    ],
    [
      'a link to a file of the author',
      '指向您电脑',
      withPart('hyperlink', 'file:///C:/Users/a.docx', 'x', 'External'),
    ],
    ['a revision', '里面还有修订', word({ 'word/document.xml': wordDocument(revision) })],
    ['a comment', '里面有批注', withPart('comments', 'comments.xml', comments(1))],
    [
      'a field that runs a program',
      '运行别的程序',
      word({ 'word/document.xml': wordDocument(field(' DD', 'EAUTO c:\\\\windows')) }),
    ],
    [
      'a signature',
      '数字签名',
      withPart(
        'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin',
        'origin.xml',
        '<a/>',
      ),
    ],
    [
      'a document type',
      '打不开',
      word({ 'word/document.xml': `<!DOCTYPE a [<!ENTITY b "c">]>${wordDocument('')}` }),
    ],
    ['broken XML', '打不开', word({ 'word/document.xml': '<a><b></a>' })],
    ['a broken picture', '打不开的图片', withPart('image', 'media/a.jpg', photo.subarray(0, 500))],
    ['200 MB of zeros', '展开以后太大', word({ 'word/zeros.xml': Buffer.alloc(200 * 1024 * 1024) })],
    [
      '4,000 parts',
      '展开以后太大',
      packed(Object.fromEntries(Array.from({ length: 4000 }, (__, n) => [`a${String(n)}.xml`, '<a/>']))),
    ],
    ['half of it', '打不开', docx(author).subarray(0, 900)],
    ['a ZIP file under its name', '扩展名不一致', packed({ 'a.txt': 'a' })],
    ['an Excel file under its name', '扩展名不一致', xlsx(author)],
    ['an old format under its name', '旧的 Office 格式', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
  ])('is refused with %s', async (_, sentence, bytes) => {
    expect(await faultOf('a.docx', bytes)).toContain(sentence);
  });

  test.each([
    ['a link to a page', withPart('hyperlink', 'https://example.com/a', 'x', 'External')],
    ['a part named in other letters', withPart('image', 'media/A%20B.jpg', photo)],
    ['a place for comments without any', withPart('comments', 'comments.xml', comments(0))],
  ])('is kept with %s', async (_, bytes) => {
    await stored('a.docx', bytes);
  });
});
