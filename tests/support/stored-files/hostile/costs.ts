import { nested, ns, svg } from './parts.ts';
import type { HostileSvg } from './parts.ts';

/** `count` steps, each of which draws the one before it ten times. */
const tenfold = (step: (id: string, before: string) => string): string =>
  [
    '<g id="s0"><rect width="1" height="1"/></g>',
    ...Array.from({ length: 9 }, (_, n) => step(`s${String(n + 1)}`, `s${String(n)}`)),
  ].join('');
const ten = (text: string): string => text.repeat(10);

export const costs: readonly HostileSvg[] = [
  [
    'uses of uses',
    svg(
      `<defs>${tenfold((id, before) => `<g id="${id}">${ten(`<use href="#${before}"/>`)}</g>`)}</defs><use href="#s9"/>`,
    ),
    nested,
  ],
  [
    'patterns of patterns',
    svg(
      `${tenfold((id, before) => `<pattern id="${id}" width="9" height="9">${ten(`<rect width="9" height="9" fill="url(#${before})"/>`)}</pattern>`)}<rect fill="url(#s9)" width="9" height="9"/>`,
    ),
    nested,
  ],
  [
    'masks of masks in a style',
    svg(
      `${tenfold((id, before) => `<mask id="${id}">${ten(`<rect width="9" height="9" style="mask:url('#${before}')"/>`)}</mask>`)}<rect mask="url(#s9)" width="9" height="9"/>`,
    ),
    nested,
  ],
  [
    'fills of fills by class',
    svg(
      `<style>${Array.from({ length: 10 }, (_, n) => `.c${String(n)}{fill:url(#s${String(n)})}`).join('')}</style>${tenfold((id, before) => `<pattern id="${id}" width="9" height="9">${ten(`<rect class="c${before.slice(1)}" width="9" height="9"/>`)}</pattern>`)}<rect class="c9" width="9" height="9"/>`,
    ),
    nested,
  ],
  [
    'markers of markers',
    svg(
      `${tenfold((id, before) => `<marker id="${id}">${ten(`<path d="M0 0h9" marker-start="url(#${before})"/>`)}</marker>`)}<path d="M0 0h9" marker-end="url(#s9)"/>`,
    ),
    nested,
  ],
  [
    'a thousand filters',
    svg(
      `<filter id="f">${'<feGaussianBlur stdDeviation="9"/>'.repeat(10)}</filter>${'<rect width="90" height="60" filter="url(#f)"/>'.repeat(1000)}`,
    ),
    nested,
  ],
  [
    'a marker at ten thousand corners',
    svg(
      `<marker id="m">${'<rect width="1" height="1"/>'.repeat(100)}</marker><path d="M0 0${'h1v1'.repeat(5000)}" marker-mid="url(#m)"/>`,
    ),
    nested,
  ],
  [
    'a marker by class at ten thousand corners',
    svg(
      `<style>.m{marker:url(#m)}</style><marker id="m">${'<rect width="1" height="1"/>'.repeat(100)}</marker><polyline class="m" points="${'1 1 2 2 '.repeat(5000)}"/>`,
    ),
    nested,
  ],
  [
    'a million dashes',
    svg('<path d="M0 30H1e9" stroke="red" stroke-dasharray="0.0001"/>'),
    '里面的虚线太密，画不出来',
  ],
  [
    'a million dashes in a style',
    svg('<path d="M0 30H1e9" style="stroke:red;stroke-dasharray:0.0001,0"/>'),
    '里面的虚线太密，画不出来',
  ],
  [
    'a million dashes by class',
    svg('<style>path{stroke-dasharray:1e-4 1e-4}</style><path d="M0 30H1e9"/>'),
    '里面的虚线太密，画不出来',
  ],
  ...[
    '<path d="M0 30H60" style="stroke:red;stroke-dasharray:calc(1px / 1e5)"/>',
    '<path d="M0 30H60" stroke="red" stroke-dasharray="calc(0.00001px)"/>',
    '<style>path{--d:0.00001;stroke-dasharray:var(--d)}</style><path d="M0 30H60" stroke="red"/>',
    '<path d="M0 30H60" stroke="red" pathLength="100000000" stroke-dasharray="1"/>',
    '<g stroke-dasharray="1"><path d="M0 30H60" stroke="red" pathLength="1e9"/></g>',
  ].map((path, at): HostileSvg => [
    `dashes of another length (${String(at)})`,
    svg(path),
    '里面的虚线太密，画不出来',
  ]),
  ['a use of itself', svg('<g id="a"><use href="#a"/></g>')],
  [
    'noise of a thousand octaves',
    svg(
      '<filter id="f"><feTurbulence baseFrequency="9" numOctaves="1000"/></filter><rect filter="url(#f)" width="9" height="9"/>',
    ),
    '里面的滤镜太复杂',
  ],
  [
    'a matrix of a thousand numbers',
    svg('<filter id="f"><feConvolveMatrix order="1000"/></filter>'),
    '里面的滤镜太复杂',
  ],
  ['a huge width', `<svg ${ns} width="1e12" height="9"/>`, '写明的宽和高太大，或者一边比另一边长得太多'],
  ['a huge view box', `<svg ${ns} viewBox="0 0 1e30 1e30"/>`, '写明的宽和高太大，或者一边比另一边长得太多'],
  [
    'a view box like a thread',
    `<svg ${ns} viewBox="0 0 1 100000"/>`,
    '写明的宽和高太大，或者一边比另一边长得太多',
  ],
  ['levels too deep', svg(`${'<g>'.repeat(300)}${'</g>'.repeat(300)}`), '里面的图形套得太深'],
  ['too many elements', svg('<g/>'.repeat(100_001)), '里面的图形太多，超过 10 万个'],
  [
    'too many attributes',
    svg(`<g ${Array.from({ length: 300 }, (_, n) => `a${String(n)}=""`).join(' ')}/>`),
    '里面有图形写了太多属性',
  ],
];
