import { describe, expect, test } from 'vitest';
import { goodSvgs } from '../../tests/support/stored-files/good-svgs.ts';
import { hostileSvgs } from '../../tests/support/stored-files/hostile-svgs.ts';
import { cleanSvg, svgFault } from './svg-safety.ts';

const cleaned = async (file: string | Buffer = ''): Promise<string> => {
  const clean = await cleanSvg(typeof file === 'string' ? Buffer.from(file) : file);
  return 'fault' in clean ? clean.fault : clean.bytes.toString();
};

describe('a hostile drawing', () => {
  test.each(hostileSvgs)('with %s is refused, or stored without it', async (_, file, refused) => {
    const written = await cleaned(file);
    if (refused !== undefined) {
      expect(written).toBe(refused);
      return;
    }
    expect(written).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(written).not.toMatch(/fetched|\/ran|张三|example\.com|<!|<\?|\son\w+=|xlink|javascript/i);
    // What is written is read again in the same way, so no part of it was hidden.
    expect(await cleaned(written)).toBe(written);
  });
});

describe('a drawing by', () => {
  test.each(goodSvgs)('%s is kept', async (_, file) => {
    const written = await cleaned(file);
    expect(written).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(written).not.toMatch(/张三|<!|<\?|inkscape|sodipodi|mxfile|xlink/i);
    expect(await cleaned(written)).toBe(written);
  });
});

const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;

test.each([
  ['a metadata element', '<metadata><a>1</a></metadata><g/>', '<g/>'],
  ['an editor’s attribute', '<g xmlns:i="urn:i" i:x="1" data-x="2" tabindex="0"/>', '<g/>'],
  ['a link', '<a href="https://example.com/"><text>点</text></a>', '<a><text>点</text></a>'],
  ['a declaration that draws nothing', '<g style="position:fixed;fill:red;top:0"/>', '<g style="fill:red"/>'],
  ['a comment', '<!-- 1 --><g/>', '<g/>'],
  ['CDATA', '<text><![CDATA[a<b]]></text>', '<text>a&lt;b</text>'],
  ['XLink', '<use xmlns:x="http://www.w3.org/1999/xlink" x:href="#a"/>', '<use href="#a"/>'],
  ['a break in an attribute', '<text font-family="a&#10;b"/>', '<text font-family="a&#10;b"/>'],
  [
    'a font of the device',
    '<style>@font-face{font-family:f;src:local(a)}g{fill:red}</style>',
    '<style>g{fill:red}</style>',
  ],
])('writes %s anew', async (_, inside, written) => {
  expect(await cleaned(svg(inside))).toBe(`${svg(written)}\n`);
});

test('leaves a drawing that is clean as it is, byte for byte', async () => {
  const drawing = Buffer.from(`${svg('<rect width="9" height="9" fill="#c00"/>')}\n`);
  expect(await cleanSvg(drawing)).toEqual({ bytes: drawing });
});

const repeat = (text: string, bytes: number): string => text.repeat(bytes / text.length);

const deep = '里面的样式套得太深';
const broken = '它不是完整的 SVG';

test.each<[string, string, string | undefined]>([
  ['open tags', repeat('<style', 300_000), broken],
  ['starts of comments', repeat('<!--', 300_000), broken],
  ['attributes', `<g ${repeat('a="', 300_000)}`, broken],
  ['functions', `<style>a{fill:${repeat('url(#a) ', 300_000)}}</style>`, undefined],
  ['rules with references', `<style>${repeat('a{fill:url(#b)}', 300_000)}</style>`, undefined],
  ['mistakes', `<style>${repeat('a{b}', 300_000)}</style>`, '里面的样式写得不对'],
  ['empty custom properties', `<style>a{${repeat('--a:{};', 300_000)}}</style>`, '里面的样式写得不对'],
  [
    'rules and elements of one class',
    `<style>${repeat('.a{fill:url(#b)}', 300_000)}</style><g id="b"/>${repeat('<g class="a"/>', 30_000)}`,
    '里面的图形一层套一层，画出来太多',
  ],
  ['brackets without partners', `<style>${repeat('a{b:c;}}', 300_000)}</style>`, '里面的样式括号不配对'],
  ['quotes', `<style>${repeat('"a\n', 300_000)}</style>`, undefined],
  ['names', `<style>${repeat('a,', 300_000)}{fill:red}</style>`, undefined],
  ['references that go on', `<g fill="${repeat('url(#a', 300_000)}"/>`, deep],
  ['classes', `<g class="${repeat('a ', 300_000)}"/>`, undefined],
  ['elements that refer to each other', repeat('<g id="a" fill="url(#a)"/>', 300_000), undefined],
  ['text in pieces', `<style>${repeat('a<!---->', 300_000)}</style>`, undefined],
  ['levels', repeat('<g xmlns:a="b">', 300_000), '里面的图形套得太深'],
])('answers for many %s', (_, inside, fault) => {
  expect(svgFault(Buffer.from(svg(inside)))).toBe(fault);
});
