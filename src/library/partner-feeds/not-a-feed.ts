import { parse } from 'parse5';
import { attributeOf, elementsIn, wordsIn } from '../../html/tree.ts';
import { shown } from './feed-address.ts';

/** Says what was received instead of a feed and what to do; undefined if it may be a feed. */
export function notAFeedReason(text: string, address?: string): string | undefined {
  const source = text.trim();
  if (source === '') return '对方的网站什么也没有给，请过一会儿再取一次。';
  const isPage = pageStart.test(withoutProlog(source));
  if (isPage && !/<(?:rss|feed|rdf:RDF)\b/i.test(source)) return pageSentence(source, address);
  if (/^[[{]/.test(source)) {
    const value = asJson(source);
    const { version, items } = (value ?? {}) as Record<string, unknown>;
    if (typeof version === 'string' && Array.isArray(items)) return undefined;
    return value === undefined
      ? '对方的订阅不完整，多半没有传完，请过一会儿再取一次。'
      : '对方的网站给的是一段出错的数据，不是订阅，请向对方单位问订阅（RSS）的地址。';
  }
  return undefined;
}

const pageStart = /^<(?:!doctype html|html|head|body|title|meta|script|form|div|p|table)\b/i;

/** Without the XML declaration and comments before the first element. A pattern for many comments has no end. */
function withoutProlog(source: string): string {
  let at = /^<\?xml[^>]*>\s*/i.exec(source)?.[0].length ?? 0;
  const blanks = /\s*/y;
  while (source.startsWith('<!--', at)) {
    const end = source.indexOf('-->', at + 4);
    if (end < 0) break;
    blanks.lastIndex = end + 3;
    blanks.test(source);
    at = blanks.lastIndex;
  }
  return source.slice(at);
}

function pageSentence(source: string, from: string | undefined): string {
  const elements = elementsIn(parse(source));
  const title = elements.find(({ tagName }) => tagName === 'title');
  const words = title ? wordsIn(title) : '';
  const asksPassword = elements.some(
    (each) => each.tagName === 'input' && attributeOf(each, 'type')?.toLowerCase() === 'password',
  );
  if (asksPassword || /登录|登陆|认证|login|sign ?in/i.test(words)) {
    return '对方的网站要先登录才给看，请向对方单位要一个公开的订阅（RSS）地址。';
  }
  const feed = elements.find(
    (each) =>
      each.tagName === 'link' && /(?:rss|atom|feed)\+(?:xml|json)/.test(attributeOf(each, 'type') ?? ''),
  );
  const written = feed ? attributeOf(feed, 'href') : undefined;
  const address = written === undefined ? undefined : (URL.parse(written, from)?.href ?? written);
  const advice =
    address === undefined
      ? '请在网页上找“订阅”或“RSS”，用它的地址'
      : `网页里写的订阅地址是${shown(address)}，请改用它`;
  return `这个地址是一个网页${words === '' ? '' : `“${words.slice(0, 30)}”`}，不是订阅。${advice}。`;
}

function asJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
