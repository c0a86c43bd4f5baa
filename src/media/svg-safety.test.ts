import { expect, test } from 'vitest';
import { svgFault } from './svg-safety.ts';

const svg = (inside: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);
const linked = (inside: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inside}</svg>`,
  );

test.each([
  ['a shape', '<path d="M0 0h9" fill="url(#g)"/><use href="#a"/>'],
  ['a style of its own', '<style>.a{fill:#c00}</style>'],
  ['a style in CDATA', '<style><![CDATA[.a > .b{fill:url("#g")}]]></style>'],
  ['an embedded image', '<image href="data:image/png;base64,AAAA"/>'],
  ['a Chinese font name in CSS escapes', `<text style="font-family:'\\5FAE\\8F6F'">共建</text>`],
  ['text that only looks like an address', '<text>url(https://example.com/) javascript: @import</text>'],
  ['a mask by id', '<g mask="url( #m )" clip-path="url(\'#c\')"/>'],
  ['a comment with a script', '<!-- <script>1</script> --><g/>'],
  ['CDATA with a script', '<desc><![CDATA[<script>1</script>]]></desc>'],
  ['a file name as metadata', '<g xmlns:i="urn:i" i:file="C:\\url(x)\\a.svg"/>'],
  ['a prefix that starts like an event handler', '<g xmlns:onto="urn:javascript:onto" onto:x="1"/>'],
  ['Adobe metadata', '<metadata><?xpacket begin="" id="x"?><x xmlns="adobe:ns:meta/"/></metadata>'],
])('accepts an SVG with %s', (_, inside) => {
  expect(svgFault(svg(inside))).toBeUndefined();
});

test.each([
  ['<script>alert(1)</script>', '里面有脚本'],
  ['<SCRIPT href="data:,x"/>', '里面有脚本'],
  ['<svg:script>1</svg:script>', '里面有脚本'],
  ['<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>', '里面有脚本'],
  ['<h:script xmlns:h="http://www.w3.org/1999/xhtml">1</h:script>', '里面有脚本'],
  ['<g><defs><script/></defs></g>', '里面有脚本'],
  ['<!-- <g> --><script/><!-- </g> -->', '里面有脚本'],
  ['<desc><![CDATA[</desc>]]></desc><script/>', '里面有脚本'],
  ['<text>]]&gt;<![CDATA[ <!-- ]]></text><script/><text><![CDATA[ --> ]]></text>', '里面有脚本'],
  ['<desc title="<!--"/><script/><desc title="-->"/>', '里面有脚本'],
  ['<circle onload="x()"/>', '里面有脚本'],
  ['<circle ONCLICK=x() />', '里面有脚本'],
  ['<circle\n\tonfocus\n=\n"x()"/>', '里面有脚本'],
  ['<handler type="text/ecmascript">1</handler>', '里面有脚本'],
  ['<e:listener xmlns:e="http://www.w3.org/2001/xml-events" event="click"/>', '里面有脚本'],
  ['<text style="x:JAVA&#9;SCRIPT:alert(1)">点</text>', '里面有脚本'],
  ['<foreignObject><b/></foreignObject>', '里面嵌入了网页'],
  ['<foreignobject/>', '里面嵌入了网页'],
  ['<h:p xmlns:h="http://www.w3.org/1999/xhtml">字</h:p>', '里面嵌入了网页'],
  ['<link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="#"/>', '里面嵌入了网页'],
  ['<mi xmlns="http://www.w3.org/1998/Math/MathML">x</mi>', '里面嵌入了网页'],
  ['<iframe/>', '里面嵌入了网页'],
  ['<image href="https://example.com/a.png"/>', '里面引用了外部文件'],
  ['<image href="data:image/svg+xml;base64,AAAA"/>', '里面引用了外部文件'],
  ['<image href=" \n//example.com/a.png"/>', '里面引用了外部文件'],
  ['<image src="a.png"/>', '里面引用了外部文件'],
  ['<feImage href="a.png"/>', '里面引用了外部文件'],
  ['<a href="/admin/"><text>点</text></a>', '里面引用了外部文件'],
  ['<a href="data:text/html,x"><text>点</text></a>', '里面引用了外部文件'],
  ['<a y:href="&#106;avascript:1" xmlns:y="http://www.w3.org/1999/xlink"/>', '里面引用了外部文件'],
  ['<a href="&#x6A;ava&#10;script&#58;1"/>', '里面引用了外部文件'],
  ['<use href="#a" xml:base="https://example.com/"/>', '里面引用了外部文件'],
  ['<style>@import "https://example.com/a.css"</style>', '里面引用了外部文件'],
  ['<style>@im<!-- -->port "//example.com"</style>', '里面引用了外部文件'],
  ['<style>@im<g>x</g>port "//example.com"</style>', '里面引用了外部文件'],
  ['<style>@\\69mport "#"</style>', '里面引用了外部文件'],
  ['<style><![CDATA[@import]]> "//example.com"</style>', '里面引用了外部文件'],
  ['<style>a{fill:u\\72l(//example.com)}</style>', '里面引用了外部文件'],
  ['<style>a{fill:u&#114;l(//example.com)}</style>', '里面引用了外部文件'],
  ['<style>a{src:url(/**/x)}</style>', '里面引用了外部文件'],
  ['<style>a{fill:image-set(calc(1) "//example.com/a.png" 1x)}</style>', '里面引用了外部文件'],
  ['<style>a{fill:image-set((1) "//example.com/a.png" 1x)}</style>', '里面引用了外部文件'],
  ['<rect fill="url(https://example.com/#a)"/>', '里面引用了外部文件'],
  ['<rect fill="url(&quot;//example.com/&quot;)"/>', '里面引用了外部文件'],
  ['<rect fill="u\\72l(//example.com)"/>', '里面引用了外部文件'],
  ['<rect style="fill:URL( a.svg#x )"/>', '里面引用了外部文件'],
  ['<rect style="fill:url(a b)"/>', '里面引用了外部文件'],
  ['<set attributeName="href" to="javascript:1"/>', '里面有动画'],
  ['<animate attributeName="href" values="javascript:1"/>', '里面有动画'],
  ['<a:animate xmlns:a="http://www.w3.org/2000/svg"/>', '里面有动画'],
  ['<discard/>', '里面有动画'],
  ['<video/>', '里面的“video”不是图形'],
  ['<?php echo 1 ?>', '里面有给其他程序的指令'],
  ['<circle r="1"/onclick=x() >', '它不是完整的 SVG'],
  ['<g><g></g>', '它不是完整的 SVG'],
  ['<g id="a" id="b"/>', '它不是完整的 SVG'],
  ['<text>&nbsp;</text>', '它不是完整的 SVG'],
  ['\0', '它不是完整的 SVG'],
])('rejects an SVG with %s', (inside, why) => {
  expect(svgFault(svg(inside))).toBe(why);
});

test('also checks XLink references', () => {
  expect(svgFault(linked('<use xlink:href="#a"/>'))).toBeUndefined();
  expect(svgFault(linked('<a xlink:href="java&#x73;cript:alert(1)"><text>点</text></a>'))).toBe(
    '里面引用了外部文件',
  );
});

const drawing = '<svg xmlns="http://www.w3.org/2000/svg"/>';

test.each([
  ['an entity', '<!DOCTYPE svg [<!ENTITY x "<script>1</script>">]><svg>&x;</svg>', '里面有实体定义'],
  [
    'a default attribute',
    `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x()">]>${drawing}`,
    '里面有文档类型定义',
  ],
  [
    'an internal subset after the standard DTD',
    `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "a" [<!ATTLIST g onload CDATA "x()">]>${drawing}`,
    '里面有文档类型定义',
  ],
  ['an external DTD', `<!DOCTYPE svg SYSTEM "https://example.com/a.dtd">${drawing}`, '里面有文档类型定义'],
  ['the document type of HTML', `<!DOCTYPE html>${drawing}`, '里面有文档类型定义'],
  ['a style sheet', `<?xml-stylesheet href="a.css"?>${drawing}`, '里面引用了外部样式'],
  ['an instruction after a comment', `<!-- --><?xml-stylesheet href="a"?>${drawing}`, '里面引用了外部样式'],
  ['HTML around it', `<html xmlns="http://www.w3.org/1999/xhtml">${drawing}</html>`, '里面嵌入了网页'],
  ['another root', `<note>${drawing}</note>`, '里面没有图形'],
  ['no namespace', '<svg/>', '里面没有图形'],
  ['a second root', `${drawing}<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>`, '里面有脚本'],
  ['nothing', '', '里面没有图形'],
  ['another encoding', `<?xml version="1.0" encoding="UTF-7"?>${drawing}`, '它不是 UTF-8 文字'],
  [
    'characters that the declared encoding reads differently',
    `<?xml version="1.0" encoding="gbk"?><svg xmlns="http://www.w3.org/2000/svg"><title>共建</title></svg>`,
    '它不是 UTF-8 文字',
  ],
])('rejects a file with %s', (_, file, why) => {
  expect(svgFault(Buffer.from(file))).toBe(why);
});

test('reads only UTF-8', () => {
  expect(svgFault(Buffer.from(`\uFEFF${drawing}`, 'utf16le'))).toBe('它不是 UTF-8 文字');
  expect(svgFault(Buffer.from(drawing, 'utf16le'))).toBe('里面没有图形');
  expect(svgFault(Buffer.from(`\uFEFF${drawing}`))).toBeUndefined();
});

const head = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n';
const doctype =
  '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n';

test.each([
  [
    'Inkscape',
    `${head}<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="210mm" height="297mm" viewBox="0 0 210 297" version="1.1" id="svg5" inkscape:version="1.3 (0e150ed)"
   sodipodi:docname="共建示意图.svg" inkscape:export-filename="C:\\图\\on(1).png"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:xlink="http://www.w3.org/1999/xlink"
   xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg"
   xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#"
   xmlns:dc="http://purl.org/dc/elements/1.1/">
  <sodipodi:namedview id="namedview7" pagecolor="#ffffff" inkscape:zoom="0.7" showgrid="false" />
  <metadata><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format>
    <dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage" /></cc:Work></rdf:RDF></metadata>
  <defs id="defs2"><linearGradient id="a" inkscape:collect="always"><stop offset="0" style="stop-color:#c00;" />
    </linearGradient><linearGradient xlink:href="#a" id="b" /></defs>
  <g inkscape:label="图层 1" inkscape:groupmode="layer"><svg:rect style="fill:url(#b)" width="9" height="9" />
    <flowRoot xml:space="preserve"><flowRegion><rect width="9" height="9"/></flowRegion><flowPara>字</flowPara></flowRoot>
  </g></svg>`,
  ],
  [
    'Illustrator',
    `<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 25.0.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
${doctype}<svg version="1.1" id="图层_1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" x="0px" y="0px"
	 viewBox="0 0 100 100" style="enable-background:new 0 0 100 100;" xml:space="preserve">
<style type="text/css"><![CDATA[
	.st0{clip-path:url(#SVGID_2_);fill:#E60012;}
	.st1{font-family:'\\5FAE\\8F6F\\96C5\\9ED1';} .st2{filter:url("#f")}
]]></style>
<g><defs><rect id="SVGID_1_" width="100" height="100"/></defs>
<clipPath id="SVGID_2_"><use xlink:href="#SVGID_1_"  style="overflow:visible;"/></clipPath>
<text transform="matrix(1 0 0 1 10 20)" class="st0 st1">共建</text></g></svg>`,
  ],
  [
    'draw.io',
    `<?xml version="1.0" encoding="UTF-8"?>
<!-- Do not edit this file with editors other than draw.io -->
${doctype}<svg xmlns="http://www.w3.org/2000/svg" style="background: #ffffff; background-color: light-dark(#ffffff, #121212); color-scheme: light dark;"
 xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" width="161px" height="61px" viewBox="-0.5 -0.5 161 61"
 content="&lt;mxfile host=&quot;Electron&quot;&gt;&lt;diagram id=&quot;a&quot; name=&quot;第 1 页&quot;&gt;jZJNb4M=&lt;/diagram&gt;&lt;/mxfile&gt;"><defs/><g data-cell-id="0">
<rect x="0" y="0" width="160" height="60" fill="#ffffff" stroke="#000000" pointer-events="all" style="fill: light-dark(#ffffff, var(--ge-dark-color, #121212));"/>
<text x="80" y="34" font-family="&quot;Helvetica&quot;" text-anchor="middle">走访</text></g></svg>`,
  ],
  [
    'WPS',
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<svg width="400" height="300" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xml:space="preserve" overflow="hidden">
<defs><clipPath id="clip0"><rect x="0" y="0" width="400" height="300"/></clipPath>
<image width="2" height="2" xlink:href="data:image/png;base64,iVBORw0KGgo=" preserveAspectRatio="none" id="img1"></image></defs>
<g clip-path="url(#clip0)"><use width="100%" height="100%" xlink:href="#img1" transform="scale(2 2)"></use>
<text font-family="微软雅黑,微软雅黑_MSFontService,sans-serif" font-weight="400" font-size="24">共建</text></g></svg>`,
  ],
  ['an old program, in ASCII only', `<?xml version="1.0" encoding="iso-8859-1"?>\n<!DOCTYPE svg>${drawing}`],
])('accepts the output of %s', (_, file) => {
  expect(svgFault(Buffer.from(file))).toBeUndefined();
});

const repeat = (text: string, bytes: number): string => text.repeat(bytes / text.length);

test.each([
  ['open tags', svg(repeat('<style', 50_000)), '它不是完整的 SVG'],
  ['starts of comments', svg(repeat('<!--', 1_000_000)), '它不是完整的 SVG'],
  ['attributes', svg(`<g ${repeat('a="', 500_000)}`), '它不是完整的 SVG'],
  ['brackets', svg(`<style>${repeat('url(', 500_000)}</style>`), '里面引用了外部文件'],
  ['nested functions', svg(`<style>a{b:${repeat('calc(', 500_000)}</style>`), undefined],
  ['namespaces', svg(repeat('<g xmlns:a="b">', 500_000)), '里面的图形套得太深'],
  ['text nodes of a style', svg(`<style>${repeat('a<!---->', 500_000)}</style>`), undefined],
  ['levels, one too deep', svg(repeat('<g>', 3 * 256) + repeat('</g>', 4 * 256)), '里面的图形套得太深'],
  ['levels, just within the limit', svg(repeat('<g>', 3 * 255) + repeat('</g>', 4 * 255)), undefined],
])('checks many %s quickly', (_, file, why) => {
  // Processor time, because the machine may be busy with other tests.
  const start = process.cpuUsage();
  expect(svgFault(file)).toBe(why);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(1_500);
});
