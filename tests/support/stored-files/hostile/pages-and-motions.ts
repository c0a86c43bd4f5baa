import { moves, page, run, script, svg } from './parts.ts';
import type { HostileSvg } from './parts.ts';

export const pages: readonly HostileSvg[] = [
  [
    'a page in it',
    svg(
      `<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml">${script}</body></foreignObject>`,
    ),
    page,
  ],
  ['a page in small letters', svg('<foreignobject/>'), page],
  [
    'a page in a switch, without anything else to draw',
    svg('<switch><foreignObject width="9" height="9"/></switch>'),
    page,
  ],
  [
    'a page in a switch',
    svg(
      `<switch><foreignObject width="90" height="60"><img xmlns="http://www.w3.org/1999/xhtml" src="/fetched" onerror="${run}"/></foreignObject><text y="20">字</text></switch>`,
    ),
  ],
  ['a frame', svg('<iframe xmlns="http://www.w3.org/1999/xhtml" src="/fetched"/>'), page],
  ['an object', svg('<object data="/fetched"/>'), page],
  ['a video', svg('<h:video xmlns:h="http://www.w3.org/1999/xhtml" src="/fetched" autoplay=""/>'), page],
  ['a paragraph', svg('<h:p xmlns:h="http://www.w3.org/1999/xhtml">字</h:p>'), page],
  [
    'a link to a style sheet',
    svg('<link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="/fetched"/>'),
    page,
  ],
  ['a base', svg('<base xmlns="http://www.w3.org/1999/xhtml" href="//127.0.0.1:9/"/>'), page],
  ['MathML', svg('<mi xmlns="http://www.w3.org/1998/Math/MathML">x</mi>'), page],
  [
    'a page in the metadata',
    svg(
      `<metadata><h:img xmlns:h="http://www.w3.org/1999/xhtml" src="/fetched" onerror="${run}"/></metadata>`,
    ),
  ],
  ['an unknown element', svg('<marquee/>'), '里面的“marquee”不是图形'],
];

export const motions: readonly HostileSvg[] = [
  ['a set that makes a link', svg(`<a><set attributeName="href" to="javascript:${run}"/></a>`), moves],
  ['an animation', svg(`<a><animate attributeName="href" values="javascript:${run}"/></a>`), moves],
  [
    'an animation with a prefix',
    svg('<a:animate xmlns:a="http://www.w3.org/2000/svg" attributeName="x"/>'),
    moves,
  ],
  ['a turn', svg('<animateTransform attributeName="transform" type="rotate"/>'), moves],
  ['a motion', svg('<animateMotion path="M0 0h9"/>'), moves],
  [
    'an animation in CSS',
    svg('<style>@keyframes a{from{opacity:0}}rect{animation:a 1s infinite}</style>'),
    moves,
  ],
  ['an animation in a style', svg('<rect style="animation:a 1s infinite" width="9" height="9"/>'), moves],
];
