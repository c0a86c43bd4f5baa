/** Allowed elements: those of SVG 1.1 and 2, and of drafts that drawing programs use. */
const allowed = new Set(
  `a circle clipPath cursor defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite
  feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG
  feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
  feSpotLight feTile feTurbulence filter g hatch hatchpath image line linearGradient marker mask mesh meshgradient
  meshpatch meshrow metadata path pattern polygon polyline radialGradient rect solidcolor stop style svg switch
  symbol text textPath title tref tspan use view
  altGlyph altGlyphDef altGlyphItem color-profile font font-face font-face-format font-face-name font-face-src
  font-face-uri glyph glyphRef hkern missing-glyph vkern
  flowDiv flowLine flowPara flowRegion flowRegionExclude flowRoot flowSpan`.split(/\s+/),
);

/** Rejected in every namespace and in any case, with the reason. */
const rejected: Readonly<Record<string, string>> = {
  script: '里面有脚本',
  handler: '里面有脚本',
  listener: '里面有脚本',
  foreignobject: '里面嵌入了网页',
  iframe: '里面嵌入了网页',
  embed: '里面嵌入了网页',
  object: '里面嵌入了网页',
  // These can change an attribute after the check, including `href`.
  set: '里面有动画',
  animate: '里面有动画',
  animatecolor: '里面有动画',
  animatetransform: '里面有动画',
  animatemotion: '里面有动画',
  discard: '里面有动画',
};

export const svgNamespace = 'http://www.w3.org/2000/svg';

/** Other namespaces whose elements browsers process. All others are metadata of drawing programs. */
const active = new Set(['http://www.w3.org/1999/xhtml', 'http://www.w3.org/1998/Math/MathML']);

/** Why an element is not allowed in an SVG file; undefined if it is. */
export function elementFault(namespace: string, name: string): string | undefined {
  const known = rejected[name.toLowerCase()];
  if (known !== undefined) return known;
  if (active.has(namespace)) return '里面嵌入了网页';
  return namespace === svgNamespace && !allowed.has(name)
    ? `里面的“${name.slice(0, 30)}”不是图形`
    : undefined;
}
