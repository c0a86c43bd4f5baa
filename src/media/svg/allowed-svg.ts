/** What a stored drawing may consist of. Everything that is not named here is left out or refused. */

const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/));

/** Elements that browsers draw or that describe the drawing. */
export const drawnElements = words(`
  a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
  feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
  feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile
  feTurbulence filter g image line linearGradient marker mask path pattern polygon polyline radialGradient rect stop
  style svg switch symbol text textPath title tspan use view`);

/** Elements that drawing programs write and browsers do not draw: left out with everything in them. */
export const ignoredElements = words(`
  metadata cursor color-profile font font-face font-face-format font-face-name font-face-src font-face-uri glyph
  glyphRef hkern vkern missing-glyph altGlyph altGlyphDef altGlyphItem tref hatch hatchpath mesh meshgradient meshpatch
  meshrow solidcolor flowDiv flowLine flowPara flowRegion flowRegionExclude flowRoot flowSpan`);

/** Refused in every namespace and in any case, with the reason. */
export const refusedElements = new Map([
  ...['script', 'handler', 'listener'].map((name) => [name, '里面有脚本'] as const),
  ...['foreignobject', 'iframe', 'embed', 'object', 'audio', 'video', 'canvas'].map(
    (name) => [name, '里面嵌入了网页'] as const,
  ),
  ...['set', 'animate', 'animatecolor', 'animatetransform', 'animatemotion', 'discard'].map(
    (name) => [name, '里面有动画'] as const,
  ),
]);

/** Attributes whose value is a number, a list, a name or a text: never an address and never CSS. */
export const plainAttributes = words(`
  id class lang role aria-label aria-labelledby aria-describedby aria-hidden xml:space
  x y x1 y1 x2 y2 cx cy r rx ry fx fy fr width height dx dy rotate d points pathLength viewBox preserveAspectRatio
  transform gradientTransform patternTransform gradientUnits spreadMethod offset
  patternUnits patternContentUnits clipPathUnits maskUnits maskContentUnits filterUnits primitiveUnits
  markerUnits markerWidth markerHeight refX refY orient
  textLength lengthAdjust startOffset method spacing side
  in in2 result mode type values tableValues slope intercept amplitude exponent operator k1 k2 k3 k4 order kernelMatrix
  divisor bias targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant
  specularExponent limitingConeAngle pointsAtX pointsAtY pointsAtZ azimuth elevation z scale xChannelSelector
  yChannelSelector stdDeviation radius baseFrequency numOctaves seed stitchTiles
  requiredFeatures requiredExtensions systemLanguage version baseProfile media`);

/** Properties of CSS that draw, as attributes and in styles. */
export const drawnProperties = words(`
  alignment-baseline background background-color baseline-shift clip clip-path clip-rule color color-interpolation
  color-interpolation-filters color-rendering color-scheme cx cy d direction display dominant-baseline fill
  fill-opacity fill-rule filter flood-color flood-opacity font font-family font-feature-settings font-kerning
  font-size font-size-adjust font-stretch font-style font-synthesis font-variant font-variant-alternates
  font-variant-caps font-variant-east-asian font-variant-ligatures font-variant-numeric font-variant-position
  font-variation-settings font-weight glyph-orientation-horizontal glyph-orientation-vertical height image-rendering
  inline-size isolation kerning letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask
  mask-type mix-blend-mode opacity overflow overflow-x overflow-y paint-order pointer-events r rx ry shape-inside
  shape-margin shape-padding shape-rendering shape-subtract stop-color stop-opacity stroke stroke-dasharray
  stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor
  text-decoration text-decoration-color text-decoration-line text-decoration-style text-decoration-thickness
  text-indent text-orientation text-overflow text-rendering text-shadow text-transform transform transform-box
  transform-origin transform-style unicode-bidi vector-effect visibility white-space width word-spacing writing-mode x
  y`);

/** Functions of CSS that compute a value from what is written there. None of them fetches. */
export const computingFunctions = words(`
  url rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark icc-color var calc min max clamp abs sign round
  mod rem sin cos tan asin acos atan atan2 pow sqrt hypot log exp
  matrix matrix3d translate translatex translatey translatez translate3d rotate rotatex rotatey rotatez rotate3d scale
  scalex scaley scalez scale3d skew skewx skewy perspective
  blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
  path polygon circle ellipse inset rect xywh linear-gradient radial-gradient conic-gradient repeating-linear-gradient
  repeating-radial-gradient repeating-conic-gradient`);

/** Namespaces whose elements browsers process inside a drawing. All others are notes of drawing programs. */
export const pageNamespaces = new Set(['http://www.w3.org/1999/xhtml', 'http://www.w3.org/1998/Math/MathML']);
