import { expect, test } from 'vitest';
import { svgFault } from './svg.ts';

const svg = (inside: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);

test.each([
  ['a shape', '<path d="M0 0h9" fill="url(#g)"/><use href="#a"/>'],
  ['a style of its own', '<style>.a{fill:#c00}</style>'],
  ['a picture inside', '<image href="data:image/png;base64,AAAA"/>'],
])('a drawing with %s passes', (_, inside) => {
  expect(svgFault(svg(inside))).toBeUndefined();
});

test.each([
  ['<script>alert(1)</script>', '里面有脚本'],
  ['<SCRIPT href="data:,x"/>', '里面有脚本'],
  ['<svg:script>1</svg:script>', '里面有脚本'],
  ['<circle onload="x()"/>', '里面有脚本'],
  ['<circle r="1"/onclick=x() >', '里面有脚本'],
  ['<circle ONCLICK=x() />', '里面有脚本'],
  ['<foreignObject><b/></foreignObject>', '里面嵌入了网页'],
  ['<image href="https://example.com/a.png"/>', '里面引用了外部文件'],
  ['<a xlink:href="java&#x73;cript:alert(1)"><text>点</text></a>', '里面引用了外部文件'],
  ['<a href="/admin/"><text>点</text></a>', '里面引用了外部文件'],
  ['<image href="data:image/svg+xml;base64,AAAA"/>', '里面引用了外部文件'],
  ['<style>@import "https://example.com/a.css"</style>', '里面引用了外部文件'],
  ['<style>a{fill:u\\72l(//example.com)}</style>', '里面引用了外部文件'],
  ['<rect fill="url(https://example.com/#a)"/>', '里面引用了外部文件'],
  ['<set attributeName="href" to="javascript:1"/>', '里面有动画'],
])('a drawing with %s is refused', (inside, why) => {
  expect(svgFault(svg(inside))).toBe(why);
});

test('entities cannot hide anything', () => {
  const sly = Buffer.from('<!DOCTYPE svg [<!ENTITY x "<script>1</script>">]><svg>&x;</svg>');
  expect(svgFault(sly)).toBe('里面有实体定义');
});
