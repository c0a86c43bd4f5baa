// For tests: all markup that the renderer may output. Anything else is injected.
const heading = 'id class';
const attributes: Record<string, string> = {
  p: 'class',
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  strong: '',
  em: '',
  s: '',
  br: '',
  hr: '',
  blockquote: '',
  code: 'class',
  pre: 'tabindex',
  ul: '',
  ol: 'class start',
  li: 'class id',
  figure: 'class',
  figcaption: '',
  img: 'src alt',
  a: 'class href id title rel role aria-label data-pagefind-ignore',
  sup: 'class data-pagefind-ignore',
  sub: '',
  ins: '',
  kbd: '',
  ruby: '',
  rt: 'data-pagefind-ignore',
  rp: 'data-pagefind-ignore',
  dl: '',
  dt: '',
  dd: '',
  span: 'class role aria-label',
  table: '',
  thead: '',
  tbody: '',
  tr: '',
  th: 'class scope',
  td: 'class',
  div: 'class role tabindex aria-label',
  section: 'class role aria-labelledby',
};
const empty = new Set(['br', 'hr', 'img']);
const tag = /<(\/?)([a-z0-9]+)((?: [a-z-]+(?:="[^"<>]*")?)*)>/g;

/** Finds faults in the HTML: markup that is not in the table, an executable address, an unclosed tag. */
export function htmlFaults(html: string): string[] {
  const found: string[] = [];
  const open: string[] = [];
  if (html.replace(tag, '').includes('<')) found.push('a bare <');
  for (const [, slash, name = '', written = ''] of html.matchAll(tag)) {
    const allowed = attributes[name]?.split(' ');
    if (!allowed) found.push(`<${name}>`);
    for (const [, attribute = '', value = ''] of written.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) {
      if (!allowed?.includes(attribute)) found.push(`${name} ${attribute}`);
      if (attribute === 'href' || attribute === 'src') found.push(...unsafeAddress(value));
    }
    if (slash && open.pop() !== name) found.push(`</${name}> out of place`);
    if (!slash && !empty.has(name)) open.push(name);
  }
  return [...found, ...open.map((name) => `<${name}> left open`)];
}

function unsafeAddress(value: string): string[] {
  const href = value.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
  const protocol = URL.parse(href, 'https://here.example/')?.protocol ?? '';
  return ['https:', 'http:', 'mailto:', 'tel:'].includes(protocol) ? [] : [href];
}
