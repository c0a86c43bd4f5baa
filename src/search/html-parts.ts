/** Well-formed HTML, as our own build writes it, cut into tags and texts. */
export type HtmlPart =
  | { kind: 'text'; text: string }
  | { kind: 'start'; name: string; attributes: string }
  | { kind: 'end'; name: string };

export function* partsOf(html: string): Generator<HtmlPart> {
  for (const [, text, closing, opening, attributes = ''] of html.matchAll(part)) {
    if (text !== undefined) yield { kind: 'text', text };
    else if (closing !== undefined) yield { kind: 'end', name: closing.toLowerCase() };
    else if (opening !== undefined) yield { kind: 'start', name: opening.toLowerCase(), attributes };
  }
}

/** Comments and what is no text at all are passed over whole. */
const part =
  /<!--[\s\S]*?-->|<!(?!--)[^>]*>|<(?:script|style|template|svg|noscript)\b[\s\S]*?<\/(?:script|style|template|svg|noscript)>|([^<]+)|<\/([a-z][\w-]*)\s*>|<([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;

/** The value of an attribute, '' for one without a value, undefined when it is not there. */
export function valueOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}(?:=(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+)))?(?=[\\s/]|$)`).exec(
    attributes,
  );
  return found ? decoded(found[1] ?? found[2] ?? found[3] ?? '') : undefined;
}

export const isVoid = (name: string): boolean =>
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/.test(name);

/** Elements within a line of text; at the edges of all others a text ends. */
export const isBlock = (name: string): boolean =>
  !/^(?:a|abbr|b|bdi|bdo|br|cite|code|data|dfn|del|em|i|img|input|ins|kbd|label|mark|picture|q|rp|rt|ruby|s|samp|small|source|span|strong|sub|sup|time|u|var|wbr)$/.test(
    name,
  );

export const decoded = (text: string): string =>
  text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    },
  );

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  ensp: '\u2002',
  emsp: '\u2003',
  shy: '',
};
