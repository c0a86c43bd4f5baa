import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { targetOf } from '../../model/addresses/target-of.ts';
import type { Target } from '../../model/addresses/target-of.ts';
import { encodedLink } from '../syntax/encoded-link.ts';
import { renderEnvOf, lineOf, reportProblem } from '../render-env.ts';
import { idIn, idsIn, anchorName } from '../heading-ids.ts';
import { longestAddress, mostSuggestions } from '../limits.ts';

/**
 * markdown-it would leave `[文字](javascript:…)` as text without a message. So here it accepts every address, and this
 * late rule keeps a link or unwraps it to its text and reports a problem.
 */
export function links(md: MarkdownIt): void {
  md.validateLink = () => true;
  md.normalizeLink = (written) => written;

  md.core.ruler.push('links', (state) => {
    const findings = renderEnvOf(state.env);
    const ids = idsIn(state.tokens, findings);
    for (const id of ids) findings.places.push(id);
    let suggestions = 0;
    const nearest = (name: string): string | undefined =>
      suggestions++ < mostSuggestions ? findings.options.nearest?.(name, places) : undefined;
    const places = new Set([...ids, ...(findings.options.places ?? [])]);
    for (const token of state.tokens) {
      if (token.type === 'inline' && token.children)
        token.children = checkLinks(token.children, state, places, nearest);
    }
  });
  md.renderer.rules.external_mark = () =>
    '<span class="external-mark" role="img" aria-label="（外部网站）"></span>';
}

type Nearest = (name: string) => string | undefined;

function checkLinks(
  children: Token[],
  state: StateCore,
  places: ReadonlySet<string>,
  nearest: Nearest,
): Token[] {
  const result: Token[] = [];
  for (let index = 0; index < children.length; index++) {
    const token = children[index]!;
    const end = token.type === 'link_open' ? closeOf(children, index) : -1;
    if (end < 0) {
      result.push(token);
      continue;
    }
    const inner = children.slice(index + 1, end);
    for (const each of checkLink(token, inner, children[end]!, state, places, nearest)) result.push(each);
    index = end;
  }
  return result;
}

function closeOf(tokens: readonly Token[], from: number): number {
  for (let at = from + 1; at < tokens.length; at++) if (tokens[at]!.type === 'link_close') return at;
  return -1;
}

function checkLink(
  open: Token,
  inner: Token[],
  close: Token,
  state: StateCore,
  places: ReadonlySet<string>,
  nearest: Nearest,
): Token[] {
  const findings = renderEnvOf(state.env);
  const href = String(open.attrGet('href') ?? '');
  const line = lineOf(open);
  const kind = kindOf(href);
  const report = (message: string) => reportProblem(state.env, line, message);

  if (open.markup === 'linkify' && kind === 'unsafe') {
    report(`网址“${href}”读者打不开。请核对它，尤其是冒号后面的端口；只想让人看到它，就放进反引号里。`);
    return inner;
  }
  if (open.info === 'auto' && kind === 'unsafe') {
    report(`“<${href}>”读者打不开，会原样显示。请改成以 https:// 开头的网址，或删去尖括号。`);
    return [text(state, '<'), ...inner, text(state, '>')];
  }
  if (kind === 'empty') {
    report('链接的圆括号里没有地址。请写上地址，如“[文字](https://…)”，或只留文字。');
    return inner;
  }
  if (kind === 'unsafe') {
    report(
      `链接地址“${href}”读者打不开。请改成以 https:// 开头的网址、本站的地址，或 mailto:、tel: 开头的联系方式。`,
    );
    return inner;
  }
  if (kind === 'missing scheme') {
    report(`链接地址“${href}”少了开头。请写成“https://${href}”。`);
    return inner;
  }
  if (href.length > longestAddress) {
    report(
      `这个链接的地址有 ${String(href.length)} 个字符，太长了，最多 ${String(longestAddress)} 个，读者打不开。请换成短的地址。`,
    );
    return inner;
  }
  if (!inner.some(hasContent)) report(`链接“${href}”没有文字。请在方括号里写上读者看到的文字。`);

  findings.links.push({ href, line });
  if (kind === 'anchor') {
    const name = anchorName(href);
    const id = idIn(places, name, findings.options.idPrefix);
    if (id === undefined) report(missingAnchor(name, nearest(name)));
    open.attrSet('href', `#${id ?? ''}`);
    return [open, ...inner, close];
  }
  if (kind !== 'external') {
    const rewritten = kind === 'contact' ? href : (findings.options.link?.(href) ?? href);
    open.attrSet('href', encodedLink(rewritten));
    return [open, ...inner, close];
  }
  open.attrs = [
    ['class', 'external'],
    ['href', encodedLink(href)],
    ...(open.attrs ?? []).filter(([name]) => name === 'title'),
    ['rel', 'noopener noreferrer'],
  ];
  return [open, ...inner, new state.Token('external_mark', 'span', 0), close];
}

/** The kind of an address, also in the spelling that goes into the HTML. */
function kindOf(href: string): Target['kind'] {
  const { kind } = targetOf(href);
  if (kind !== 'external' && kind !== 'contact') return kind;
  return targetOf(encodedLink(href)).kind === kind ? kind : 'unsafe';
}

const text = (state: StateCore, content: string) =>
  Object.assign(new state.Token('text', '', 0), { content });

const hasContent = ({ type, content }: Token) =>
  (type === 'text' || type === 'code_inline' || type === 'image') && content.trim() !== '';

const missingAnchor = (name: string, near: string | undefined): string =>
  name.trim() === ''
    ? '这个链接的地址只有“#”，没有写是哪个标题。请写成“#”加标题原来的文字，如“#第一章-总则”，或删去链接，只留文字。'
    : near === undefined
      ? `这篇文章里没有“${name}”这个标题。请写成“#”加标题原来的文字，如“#第一章-总则”。`
      : `这篇文章里没有“${name}”这个标题，是不是“#${near}”？请写成“#”加标题原来的文字。`;
