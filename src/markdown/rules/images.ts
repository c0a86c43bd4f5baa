import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { targetOf } from '../../model/addresses/target-of.ts';
import { encodedLink } from '../syntax/encoded-link.ts';
import { renderEnvOf, lineOf, reportProblem } from '../render-env.ts';
import { inlineText } from '../plain-text.ts';

/**
 * The caller writes the attributes of an `<img>`: the build's image pipeline and the desk's preview of unsaved images
 * each know more than the address. The tag gets nothing else.
 */
export function images(md: MarkdownIt): void {
  md.core.ruler.push('images', (state) => {
    const uses = new Map<string, number>();
    for (const { children } of state.tokens) {
      for (const token of children ?? []) {
        if (token.type === 'image') token.meta = { attributes: attributesOf(token, state, uses) };
      }
    }
  });

  md.renderer.rules.image = (tokens, index) => {
    const { meta, children } = tokens[index]!;
    const attributes = meta?.attributes;
    if (typeof attributes === 'string') return `<img ${attributes}>`;
    return md.utils.escapeHtml(inlineText(children ?? []));
  };
}

/** Undefined if the image cannot be shown. Its alternative text is then shown instead. */
function attributesOf(token: Token, state: StateCore, uses: Map<string, number>): string | undefined {
  const { options, pictures } = renderEnvOf(state.env);
  const src = String(token.attrGet('src') ?? '').trim();
  const alt = inlineText(token.children ?? []);
  const line = lineOf(token);
  const { kind } = targetOf(src);

  if (kind === 'empty') {
    reportProblem(
      state.env,
      line,
      `图片“${alt}”没有地址。请在圆括号里写上图片的文件名，如“![${alt || '说明文字'}](照片.jpg)”。`,
    );
    return undefined;
  }
  // A page of the site is not a picture, but the checker says it better: it is not in the entry's folder.
  if (kind !== 'missing' && kind !== 'page') {
    reportProblem(state.env, line, `图片“${short(src)}”不在本站。请先把图片上传到这篇文章，再插入它。`);
    return undefined;
  }
  if (alt === '') {
    reportProblem(
      state.env,
      line,
      `图片“${src}”缺少说明文字。请在方括号里写一句图中内容，如“![志愿者在社区宣讲](${src})”。`,
    );
  }
  pictures.push({ src, alt, line });
  const index = uses.get(src) ?? 0;
  uses.set(src, index + 1);
  if (options.picture) return options.picture({ src, alt, index });
  const escape = state.md.utils.escapeHtml;
  return `src="${escape(encodedLink(src))}" alt="${escape(alt)}"`;
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
