/**
 * Why a drawing may not be stored, or undefined. An SVG served from our own address can carry scripts and
 * fetch from elsewhere. Refusing is honest where cleaning would change somebody's picture behind their back;
 * what drawing programs write passes.
 */
export function svgFault(bytes: Uint8Array): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '它不是 UTF-8 文字';
  }
  if (!/<svg[\s>]/i.test(text)) return '里面没有图形';
  // Entities could hide any of what is looked for below.
  if (/<!ENTITY/i.test(text)) return '里面有实体定义';
  if (/<\?xml-stylesheet/i.test(text)) return '里面引用了外部样式';
  const tags = text
    .replace(/<!--[\s\S]*?-->/g, '')
    .matchAll(/<([a-z][\w:.-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi);
  for (const [, name = '', attributes = ''] of tags) {
    const element = name.toLowerCase().replace(/^.*:/, '');
    if (element in forbidden) return forbidden[element];
    for (const [, rawKey = '', , double, single, bare] of attributes.matchAll(attributePattern)) {
      const key = rawKey.toLowerCase();
      const value = decoded(double ?? single ?? bare ?? '')
        .replace(/[\0-\x20]/g, '')
        .toLowerCase();
      if (/^on/.test(key)) return '里面有脚本';
      if (/(^|:)href$/.test(key) && !/^(#|data:image\/(png|jpeg|webp|gif);)/.test(value)) {
        return '里面引用了外部文件';
      }
      if (key === 'src') return '里面引用了外部文件';
      if (/javascript:/.test(value)) return '里面有脚本';
      if (!key.startsWith('xmlns') && loadsElsewhere(value)) return '里面引用了外部文件';
    }
  }
  const styles = [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style/gi)].map(([, css = '']) => css);
  const reaches = styles.some((css) => loadsElsewhere(decoded(css)) || /@import|\\/i.test(css));
  return reaches ? '里面引用了外部文件' : undefined;
}

const attributePattern = /([^\s=/"']+)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

const forbidden: Readonly<Record<string, string>> = {
  script: '里面有脚本',
  foreignobject: '里面嵌入了网页',
  iframe: '里面嵌入了网页',
  embed: '里面嵌入了网页',
  object: '里面嵌入了网页',
  // These can set an attribute, `href` too, after the check.
  set: '里面有动画',
  animate: '里面有动画',
  animatetransform: '里面有动画',
  animatemotion: '里面有动画',
  handler: '里面有脚本',
};

const loadsElsewhere = (css: string): boolean => /url\((?!\s*["']?(#|data:image\/))/i.test(css);

const decoded = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]{1,6});?/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});?/g, (_, digits: string) => character(Number(digits)))
    .replace(
      /&(amp|quot|apos|lt|gt|colon|tab|newline);/gi,
      (_, name: string) => named[name.toLowerCase()] ?? '',
    );

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');
const named: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  colon: ':',
  tab: '',
  newline: '',
};
