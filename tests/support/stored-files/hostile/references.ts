import { base64, fetches, script, svg } from './parts.ts';
import type { HostileSvg } from './parts.ts';

export const references: readonly HostileSvg[] = [
  ['a picture from an address', svg('<image href="/fetched.png" width="9" height="9"/>'), fetches],
  [
    'a picture from another host',
    svg('<image xlink:href="//127.0.0.1:9/fetched" width="9" height="9"/>'),
    fetches,
  ],
  ['a picture from an address after a break', svg('<image href=" &#10;//127.0.0.1:9/fetched"/>'), fetches],
  [
    'an SVG in it',
    svg(`<image href="data:image/svg+xml;base64,${base64(svg(script))}" width="9" height="9"/>`),
    '里面嵌着另一张 SVG 图',
  ],
  [
    'an SVG in it, escaped',
    svg('<image href="data:image/svg+xml,%3Csvg/%3E" width="9" height="9"/>'),
    '里面嵌着另一张 SVG 图',
  ],
  [
    'a picture that is a page',
    svg(`<image href="data:image/png;base64,${base64(`<html>${script}`)}" width="9" height="9"/>`),
    '里面嵌入的图片打不开',
  ],
  ['a use of another file', svg('<use href="/fetched.svg#a"/>'), fetches],
  [
    'a use of data',
    svg(`<use href="data:image/svg+xml;base64,${base64(svg('<g id="a"/>'))}#a"/>`),
    '里面嵌着另一张 SVG 图',
  ],
  [
    'a filter with a picture',
    svg(
      '<filter id="f"><feImage href="/fetched.png"/></filter><rect filter="url(#f)" width="9" height="9"/>',
    ),
    fetches,
  ],
  ['a gradient of another file', svg('<linearGradient id="g" href="/fetched.svg#g"/>'), fetches],
  [
    'a text on a path of another file',
    svg('<text><textPath href="/fetched.svg#p">字</textPath></text>'),
    fetches,
  ],
  ['a base for references', svg('<use href="#a" xml:base="//127.0.0.1:9/fetched"/>'), fetches],
  [
    'a link to data',
    svg(`<a href="data:text/html,${encodeURIComponent(script)}"><text y="20">点</text></a>`),
    fetches,
  ],
  [
    'a link',
    svg('<a href="https://example.com/" target="_blank" ping="/fetched"><text y="20">点</text></a>'),
  ],
  ['a source', svg('<image src="/fetched.png" width="9" height="9"/>')],
  ['a prefetch by attribute', svg('<rect data-src="/fetched" width="9" height="9"/>')],
];

export const css: readonly HostileSvg[] = [
  ['an import', svg('<style>@import "/fetched.css";</style>'), fetches],
  ['an import between comments', svg('<style>@im<!-- -->port "/fetched.css";</style>'), fetches],
  ['an import with an escape', svg('<style>@\\69mport "/fetched.css";</style>')],
  ['an import in CDATA', svg('<style><![CDATA[@import]]> url(/fetched.css);</style>'), fetches],
  ['an import in pieces', svg('<style>@im<g>x</g>port "/fetched.css";</style>'), fetches],
  ['a fill from an address', svg('<rect fill="url(/fetched.svg#a)" width="9" height="9"/>'), fetches],
  [
    'a fill from an address in quotes',
    svg('<rect fill="url(&quot;/fetched.svg#a&quot;)" width="9" height="9"/>'),
    fetches,
  ],
  ['a fill with an escape', svg('<rect fill="u\\72l(/fetched.svg#a)" width="9" height="9"/>'), fetches],
  [
    'a style from an address',
    svg('<rect style="fill:URL( /fetched.svg#x )" width="9" height="9"/>'),
    fetches,
  ],
  ['a background', svg('<style>svg{background:url(/fetched.png)}</style>'), fetches],
  [
    'a background that is not drawn',
    svg('<style>svg{border-image-source:url(/fetched.png)}</style>'),
    fetches,
  ],
  ['an image set', svg('<style>svg{background-image:image-set("/fetched.png" 1x)}</style>'), fetches],
  [
    'an old image set',
    svg('<style>svg{background:-webkit-image-set(url(/fetched.png) 1x)}</style>'),
    fetches,
  ],
  [
    'a fade',
    svg('<style>svg{background:-webkit-cross-fade(url(/fetched.png),url(/fetched2.png),50%)}</style>'),
    fetches,
  ],
  [
    'a font from an address',
    svg(
      '<style>@font-face{font-family:f;src:url(/fetched.woff)}text{font-family:f}</style><text y="20">字</text>',
    ),
    fetches,
  ],
  [
    'a font in it',
    svg('<style>@font-face{font-family:f;src:url(data:font/woff2;base64,AAAA)}</style>'),
    '里面带着字体文件，请先把文字转成曲线（路径）',
  ],
  ['a cursor', svg('<rect style="cursor:url(/fetched.cur),auto" width="90" height="60"/>'), fetches],
  ['a mask from an address', svg('<rect mask="url(/fetched.svg#m)" width="9" height="9"/>'), fetches],
  ['a filter from an address in CSS', svg('<style>rect{filter:url("/fetched.svg#f")}</style>'), fetches],
  ['a variable that fetches', svg('<style>rect{--a:url(/fetched.png);background:var(--a)}</style>'), fetches],
  [
    'a variable that fetches, with an escape',
    svg('<style>rect{--a:u\\72l(/fetched.png);fill:var(--a)}</style>'),
    fetches,
  ],
  [
    'an address in a media rule',
    svg('<style>@media screen{rect{fill:url(/fetched.svg#a)}}</style>'),
    fetches,
  ],
  ['an address in a nested rule', svg('<style>svg{rect{fill:url(/fetched.svg#a)}}</style>')],
  ['a name space from an address', svg('<style>@namespace url(/fetched);rect{fill:red}</style>')],
  ['a behaviour', svg('<style>rect{-moz-binding:none;behavior:none;position:fixed}</style>')],
  ['a page rule', svg('<style>@page{size:1cm}@layer a{rect{fill:red}}</style>')],
  ['a style in another language', svg('<style type="text/less">@import "/fetched.css";</style>')],
  ['a close of the style in CSS', svg('<style>a{font-family:"&lt;/style>&lt;script>1&lt;/script>"}</style>')],
  ['brackets without partners', svg(`<style>${'a{b:c;}}'.repeat(50)}</style>`), '里面的样式括号不配对'],
  ['brackets too deep', svg(`<style>a{fill:${'calc('.repeat(100)}</style>`), '里面的样式套得太深'],
];
