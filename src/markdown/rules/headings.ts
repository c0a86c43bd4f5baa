import type { MarkdownIt, Token } from 'markdown-it';
import { renderEnvOf, lineOf, reportProblem } from '../render-env.ts';
import { headingPrefix, slugify } from '../heading-ids.ts';
import { inlineText } from '../plain-text.ts';

/**
 * Gives headings ids to link to. The title is already the `<h1>` of the page, so a body starts at `##`. A skipped level,
 * `##` to `####`, is accepted because laws and minutes are numbered that way.
 */
export function headings(md: MarkdownIt): void {
  // “===” or “---” below a line would make it a setext heading. Editors mean a thematic break.
  md.block.ruler.disable('lheading');

  md.core.ruler.push('headings', (state) => {
    const findings = renderEnvOf(state.env);
    const slugFor = createSlugger(findings.options.idPrefix ?? headingPrefix);
    state.tokens.forEach((token, index) => {
      const inline = state.tokens[index + 1];
      if (token.type === 'paragraph_open' && inline?.type === 'inline') reportLookalikes(inline);
      if (token.type !== 'heading_open' || inline?.type !== 'inline') return;

      if (token.tag === 'h1') {
        reportProblem(
          state.env,
          lineOf(token),
          '一级标题“# ”留给文章的题目，正文里的标题请从二级开始，写成“## ”。',
        );
        token.tag = state.tokens[index + 2]!.tag = 'h2';
      }
      const text = inlineText(inline.children ?? []);
      if (text === '') {
        reportProblem(
          state.env,
          lineOf(token),
          '这一行只有标题的“#”，没有文字。请在“#”和空格后面写上标题，或删去这一行。',
        );
        return;
      }
      const slug = slugFor(text);
      token.attrSet('id', slug);
      // Headings inside a blockquote or a callout are not in the table of contents.
      if (token.level === 0) findings.headings.push({ depth: Number(token.tag.slice(1)), slug, text });
      inline.children?.push(permalink(slug, text));
    });

    function permalink(slug: string, text: string): Token {
      const token = new state.Token('permalink', 'a', 0);
      token.meta = { slug, text };
      return token;
    }

    function reportLookalikes(inline: Token): void {
      inline.content.split('\n').forEach((line, offset) => {
        const message = lookalikeMessage(line.trim());
        if (message) reportProblem(state.env, lineOf(inline) + offset, message);
      });
    }
  });

  md.renderer.rules.permalink = (tokens, index) => {
    const { slug, text } = tokens[index]!.meta as { slug: string; text: string };
    const escape = md.utils.escapeHtml;
    // Otherwise Pagefind 1.6 would show the section as “总则 #” in its results.
    return ` <a class="anchor" href="#${escape(slug)}" aria-label="本节链接：${escape(text)}" data-pagefind-ignore>#</a>`;
  };
}

/** The message for a line that was meant as a heading but is not one. */
function lookalikeMessage(line: string): string | undefined {
  const marks = /^[#＃]{1,6}(?![#＃])/.exec(line)?.[0] ?? '';
  const rest = line.slice(marks.length);
  if (/^={3,}$/.test(line)) return '用“===”画线的标题网站不认。请删去这一行，在标题前写“## ”。';
  const tooMany = /^[#＃]{7,}[ \t\u3000]+(.+)$/.exec(line)?.[1];
  if (tooMany !== undefined) return `标题的“#”最多六个，读者会看到它们。请写成“###### ${tooMany}”。`;
  if (marks === '' || rest === '') return undefined;
  if (/^\s/.test(rest)) return `标题“${rest.trim()}”前面的空格太多，读者会看到“${marks}”。请删去行首的空格。`;
  // “#话题#” is a hashtag as on Weibo, “#3 楼” a number.
  if (marks.length === 1 && (/[#＃]/.test(rest) || /^[\d０-９!！]/.test(rest))) return undefined;
  return `标题的“${marks}”和文字之间少一个空格。请写成“${'#'.repeat(Math.max(2, marks.length))} ${rest}”。`;
}

/** Makes unique ids from heading texts. The same text in the same position always gets the same id. */
function createSlugger(prefix: string): (text: string) => string {
  const used = new Set<string>();
  /** For each text, the first number that may be free: thousands of equal headings must not count from 2 again. */
  const numbers = new Map<string, number>();
  return (text) => {
    const base = prefix + slugify(text);
    let slug = base;
    let number = numbers.get(base) ?? 2;
    for (; used.has(slug); number++) slug = `${base}-${number}`;
    numbers.set(base, number);
    used.add(slug);
    return slug;
  };
}
