import type { MarkdownIt } from 'markdown-it';
import { calloutExamples } from './callouts.ts';
import { lineOf, reportProblem } from '../render-env.ts';
import { mappedTexts } from '../syntax/mapped-text.ts';
import { isFullwidthFence, fullwidthFences } from '../syntax/fullwidth-fences.ts';

/** Syntax that other editors support and this site does not, and what to write instead. */
interface UnsupportedMark {
  /** Lengths are bounded, so that a long run of marks cannot cause catastrophic backtracking. */
  pattern: RegExp;
  /** `inner` is the first group. */
  write: (inner: string) => string;
}

const callout = () => `提示框请写成${calloutExamples}，框的最后单独写一行“:::”。`;
const contents = () => '目录由网站自己排出，请删去这一行。';
const emphasis = (inner: string) => `要强调，请写成“**${inner}**”。`;
const heading = (inner: string) => `标题请写成“## ${inner}”。`;
const drop = () => '请删去它。';
const fence = () => '代码的前后请各单独写一行英文的“```”。';
const noFormula = '公式网站排不出，请用文字写，或做成图片；上标可以写“<sup>2</sup>”。';
const noBlank = '圆括号里的地址不能有空格：请去掉空格，或把地址放进尖括号，如“[文字](<通知 1.pdf>)”。';

/** Syntax of a whole line or at its start. */
const lineMarks: UnsupportedMark[] = [
  {
    pattern: /^(?:[!！]{3}|[?？]{3}\+?)[ \t]*(?:[a-z]+\b|提示|说明|要点|重点|注意|警告)(?![!！?？])/i,
    write: callout,
  },
  { pattern: /^\/{3}[ \t]*[a-z]+\b/i, write: callout },
  { pattern: /^\.\.[ \t]+[a-z-]+::/i, write: callout },
  {
    pattern: /^(?:\[{1,2}_{0,2}|［|【|@\[|\$\{)(?:toc|目录)(?:_{0,2}\]{1,2}|］|】|\}|\]\([^)]*\))[ \t]*$/i,
    write: contents,
  },
  { pattern: /^\{:?[ \t]*toc[ \t]*\}/i, write: contents },
  { pattern: /^={2,6}[ \t]+([^=\n]{1,80}?)[ \t]+={2,6}[ \t]*$/, write: heading },
  { pattern: /^h[1-6]\.[ \t]+(.{1,80})/, write: heading },
  { pattern: /^={3}[ \t]+["“].{1,80}/, write: () => '分页的标签网站没有，请改成小标题“## 文字”。' },
  { pattern: /^\+[-=+ ]{3,}\+[ \t]*$/, write: () => '表格请用“|”分隔各列，第二行写“| --- | --- |”。' },
  {
    pattern: /^(?:<{7}|>{7}|\|{7}) /,
    write: () => '这是两个人的改动没有合好留下的记号，请留下该留的文字，删去记号。',
  },
  { pattern: /^\\(?:newpage|pagebreak|begin\{|end\{|section)/, write: drop },
  { pattern: /^\${2}[ \t]*$/, write: () => noFormula },
  {
    pattern: /^\*\[[^\]\n]{1,40}\]:/,
    write: () => '缩写是什么意思，请在正文里说，或写成一行词、下一行“: 解释”。',
  },
  {
    pattern: /^(?:\[[ x]\](?=[^\s([（:：])|\[\](?=[^([（:：]))/,
    write: () => '方框里和方框后面请各空一格，写成“- [ ] 文字”。',
  },
  { pattern: /^[·`]{3}[\w-]*[ \t]*$/, write: fence },
  {
    pattern: /^[┌├└┏┣┗╔╠╚][─━═┬┼┴┳╋┻╦╬╩┐┤┘┓┫┛╗╣╝]+[ \t]*$|^[│┃║][^│┃║\n]{0,80}[│┃║]/,
    write: () => '表格请用“|”分隔各列，第二行写“| --- | --- |”。',
  },
];

/** Syntax around words, or after them. */
const inlineMarks: UnsupportedMark[] = [
  {
    pattern: /!?(?:\[\[|［［)([^[\]［］\n]{1,120})(?:\]\]|］］)/g,
    write: (inner) => `链接请写成“[${inner}](网址)”，图片请写成“![说明文字](图片地址)”。`,
  },
  // “1+1==2，2+2==4” is a comparison, so `==` directly between words or numbers is no mark.
  {
    pattern:
      /(?<![\w=＝)）])[=＝]{2}(?![=＝\s])([^=＝\n]{1,80})(?<!\s)[=＝]{2}(?![=＝])|(?<=[\w)）])[=＝]{2}(?![=＝\s])([^=＝\n]{1,80})(?<!\s)[=＝]{2}(?![\w=＝(（])/g,
    write: emphasis,
  },
  {
    // “____年__月__日”, “第__页共__页” and “姓名：__电话：__” are blanks to fill in.
    pattern:
      /(?<![_＿：:（(])[_＿]{2}(?![_＿\s）)/、，。；-])(?![年月日时分秒元人页岁号栋幢室楼层次份条个级班组天周户名项期季%％][^_＿\n]{0,40}[_＿]{2}[年月日时分秒元人页岁号栋幢室楼层次份条个级班组天周户名项期季%％])([^_＿\n]{1,80})(?<![\s：:（(])[_＿]{2}(?![_＿])/g,
    write: (inner) => `要强调，请写成“**${inner}**”；要留一道横线，请写成“\\_\\_${inner}\\_\\_”。`,
  },
  {
    pattern: /(?<!\+)\+{2}(?![+\s])([^+\n]{1,80})(?<!\s)\+{2}(?![+\w])/g,
    write: (inner) => `新增的文字请写成“<ins>${inner}</ins>”，要强调请写成“**${inner}**”。`,
  },
  { pattern: /'{3}([^'\n]{1,80})'{3}/g, write: emphasis },
  {
    pattern: /(?<=[A-Za-z\d)）])~(\d{1,3}[+-]?|[a-z])~(?!\d)/g,
    write: (inner) => `下标请写成“<sub>${inner}</sub>”。`,
  },
  {
    pattern: /(?<=[\p{L}\d)）])\^([-+]?(?:\d{1,4}|[a-z]{1,2}))\^/giu,
    write: (inner) => `上标请写成“<sup>${inner}</sup>”。`,
  },
  {
    pattern: /\^{2}(?![\^\s])([^^\n]{1,80})(?<!\s)\^{2}(?!\^)/g,
    write: (inner) => `上标请写成“<sup>${inner}</sup>”。`,
  },
  {
    pattern: /\$\$[^$\n]{1,200}\$\$/g,
    write: () => noFormula,
  },
  {
    pattern: /(?<![A-Za-z\d$])\$(?![\s$])(?!\d[\d.,]*(?:[^\w\\^{=+*/-]|$))[^$\n]{1,100}(?<!\s)\$(?![\d$])/g,
    write: () => noFormula,
  },
  {
    pattern: /(?<![\w:]):(?:[+-]1|[a-z][a-z\d]*(?:[_-][a-z\d]+){0,6}):(?![\w:/])/g,
    write: () => '表情请直接打出来，或删去它。',
  },
  { pattern: /\{:?[ \t]*[.#][A-Za-z][^{}\n]{0,100}\}/g, write: () => '样式由网站统一安排，请删去它。' },
  { pattern: /\{:?[ \t]*[a-z][\w-]{0,20}=[^{}\n]{1,100}\}/gi, write: () => '样式由网站统一安排，请删去它。' },
  { pattern: /\{[{%<][^{}\n]{0,100}[}%>]\}/g, write: () => '这是别的系统的模板记号，请换成要写的文字。' },
  { pattern: /%%[^%\n]{1,200}%%/g, write: () => '写给同事看的话请写成“<!-- 文字 -->”，或删去它。' },
  { pattern: /\|{2}[^|\s][^|\n]{0,80}\|{2}/g, write: drop },
  {
    pattern:
      /\[(b|i|u|s|url|img|color|size|font|quote|code|center|align|list|caption|video|audio|gallery)(?:=[^\]\n]{0,80})?\][^\n]{0,200}?\[\/\1\]/gi,
    write: () =>
      '论坛里的方括号记号网站不认：强调请写成“**文字**”，链接请写成“[文字](网址)”，别的请只留文字。',
  },
  {
    pattern:
      /!?\[[^\][\n]{0,80}\]\((?:https?:\/\/|\/|#|\.{0,2}\/?[^()\s]{0,60}\.(?:jpe?g|png|gif|webp|svg|avif|pdf|docx?|xlsx?|csv)\b|[^()\n]{0,80}\.(?:jpe?g|png|gif|webp|svg|avif|pdf|docx?|xlsx?|csv)\b)[^()\n]{0,120}\)/gi,
    write: () => noBlank,
  },
  {
    pattern:
      /!?\[[^\][\n]{1,80}\]\((?=https?:\/\/|\/|[^()\s]{1,60}\.(?:jpe?g|png|gif|webp|svg|avif|pdf|docx?|xlsx?|csv)$)[^()\n]{1,200}$/gi,
    write: () => '网址后面的圆括号没有写完，请在末尾补上“)”。',
  },
  // An image that was not recognized, whatever its file name.
  {
    pattern: /!\[[^\][\n]{0,80}\]\((?![^()\n]{0,80}\.[a-z\d]{2,5}\b)[^()\n]{1,120}\)/gi,
    write: () => noBlank,
  },
  {
    pattern: /\[([^\][\n]{1,80})\][ \t\u3000]+[(（](?:https?:\/\/|\/)[^()（）\n]{0,120}[)）]/gi,
    write: (inner) => `方括号和圆括号要紧挨着，请写成“[${inner}](网址)”。`,
  },
  { pattern: /\{(?:color|panel|quote|noformat|code)(?::[^{}\n]{1,60})?\}/g, write: drop },
  {
    pattern:
      /\[(?:微笑|玫瑰|鲜花|抱拳|鼓掌|呲牙|偷笑|害羞|大哭|流泪|捂脸|笑哭|拥抱|握手|爱心|庆祝|礼物|蛋糕|合十|加油|胜利|拳头|憨笑|愉快|憧憬|可怜|奋斗|破涕为笑|烟花|爆竹|福|發)\]/g,
    write: () => '表情请直接打出来，或删去它。',
  },
  { pattern: /<!\[[^>\n]{0,80}>|<!doctype[^>\n]{0,80}>|<\?[a-z][^>\n]{0,120}>/gi, write: drop },
];

/**
 * Editors know the syntax of other programs. What is not supported here would be shown to readers as typed, so it is
 * reported. Code and escaped characters are ignored.
 */
export function unsupportedSyntax(md: MarkdownIt): void {
  md.core.ruler.after('line_numbers', 'unsupported_syntax', (state) => {
    const report = (line: number, found: string, write: string) => {
      reportProblem(state.env, line, `“${shown(found)}”这样的写法网站不认，会原样显示给读者。${write}`);
    };
    const fences = fullwidthFences(state.src.split('\n'));
    for (const block of mappedTexts(state.tokens)) {
      let start = 0;
      for (const text of block.text.split('\n')) {
        const line = lineOf(block.tokenAt(start));
        const isOmission = isFullwidthFence(text) && !fences.has(line);
        if (!isOmission) for (const [found, write] of marksIn(text.trim())) report(line, found, write);
        start += text.length + 1;
      }
    }
    const [settings] = frontMatter.exec(state.src) ?? [];
    if (settings !== undefined) {
      const line = settings.slice(0, settings.indexOf('---')).split('\n').length;
      report(line, '---', '这几行是别的系统里文章的标题、日期等，请填进表单的各项，再把它们删去。');
    }
    for (const { children } of state.tokens) {
      children?.forEach((token, index) => {
        const word = children[index + 2]?.content ?? '';
        if (token.type !== 'text' || !/[@＠]$/.test(token.content)) return;
        if (children[index + 1]?.type !== 'link_open' || !embedKeyword.test(word)) return;
        report(
          lineOf(token),
          `@[${word}]`,
          toc.test(word) ? contents() : '网站放不了别处的视频，请去掉“@”，写成链接“[文字](网址)”。',
        );
      });
    }
  });
}

/** `title: …` between two lines of dashes at the start: the front matter of another system. */
const frontMatter =
  /^\s*---[ \t]*\n((?:[a-z_][\w-]{0,30}:[^\n]*\n|[ \t]*-[ \t][^\n]*\n|[ \t]+[a-z_][\w-]{0,30}:[^\n]*\n)+)---[ \t]*(?:\n|$)/i;

const embedKeyword = /^(?:[a-z]+|视频|音频|目录)$/i;
const toc = /^(?:toc|目录)$/i;

/** In a line that matches as a whole, nothing else is searched. */
function marksIn(line: string): [found: string, write: string][] {
  for (const { pattern, write } of lineMarks) {
    const match = pattern.exec(line);
    if (match) return [[match[0], write(innerOf(match))]];
  }
  return inlineMarks.flatMap(({ pattern, write }) =>
    [...line.matchAll(pattern)].map((match): [string, string] => [match[0], write(innerOf(match))]),
  );
}

const innerOf = (match: RegExpExecArray): string =>
  shown(match.slice(1).find((group) => group !== undefined) ?? '');
const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
