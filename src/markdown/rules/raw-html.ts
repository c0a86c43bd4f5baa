import type { MarkdownIt } from 'markdown-it';
import { lineOf, reportProblem } from '../render-env.ts';
import { mappedTexts } from '../syntax/mapped-text.ts';

/** What to write instead of each tag. Other names, `<姓名>` or `<name>`, are text unless they are clearly a tag. */
const adviceTable: [tags: string, sentence: string][] = [
  ['br', '要换行，请空一行另起一段，或在行末加一个“\\”。'],
  ['hr', '要画分隔线，请前后空行，单独写一行“---”。'],
  ['b strong i em u mark', '要强调，请写成“**文字**”。'],
  ['s del', '要划去文字，请写成“~~文字~~”。'],
  ['a', '链接请写成“[文字](网址)”。'],
  ['img', '图片请写成“![说明文字](图片地址)”。'],
  ['h1 h2', '标题请写成“## 标题”。'],
  ['h3 h4 h5 h6', '小标题请写成“### 标题”。'],
  ['ul ol li', '列表请逐行写成“- 内容”，有次序的写成“1. 内容”。'],
  ['table thead tbody tr td th', '表格请用“|”分隔各列，第二行写“| --- | --- |”。'],
  ['blockquote', '引文请在每行前写“> ”。'],
  ['code pre', '代码请写在一对反引号“`”之间，多行的在前后各写一行“```”。'],
  ['sup', '上标请写成“m<sup>2</sup>”，两个标签要成对；注释请写成“[^1]”。'],
  ['sub', '下标请写成“H<sub>2</sub>O”，两个标签要成对。'],
  ['ins', '新增的文字请写成“<ins>文字</ins>”，两个标签要成对。'],
  ['kbd', '按键请写成“<kbd>Ctrl</kbd>”，两个标签要成对。'],
  ['ruby rt rp rb rtc', '注音请写成“<ruby>字<rt>zì</rt></ruby>”，标签要成对。'],
  ['dl dt dd', '解释词语请把词单独写一行，下一行写“: 解释”。'],
  ['q cite', '引用的话请直接加上引号。'],
  ['figure figcaption picture source', '图片请写成“![说明文字](图片地址 "图注")”。'],
  ['caption colgroup col tfoot', '表格请用“|”分隔各列，第二行写“| --- | --- |”；表名请写在表格上面一行。'],
  [
    'p div section article center details summary header footer main aside nav address hgroup fieldset legend dialog',
    '请删去标签，只留文字；段落之间空一行。',
  ],
  [
    'span font style small big link tt strike bdo bdi abbr acronym dfn var samp wbr nobr basefont marquee blink time data',
    '字体、颜色和大小由网站统一安排，请删去标签，只留文字。',
  ],
  [
    'iframe video audio track embed object param applet canvas map area frame frameset noframes form input button select option textarea label progress meter svg math',
    '网页里的控件放不进文章，请删去它，改写成链接“[文字](网址)”。',
  ],
  ['script noscript template slot html head body meta title base', '文章里不能运行程序，请删去它。'],
];
const adviceByTag = new Map(
  adviceTable.flatMap(([tags, sentence]) => tags.split(' ').map((tag) => [tag, sentence])),
);

const tag = /<(\/?)([a-z][\w:.-]*)(\s[^<>]*)?\/?>/gi;
// `<o:p>` from Word, `<my-box>`, `</foo>` and `<foo a="b">` are tags, whatever their name.
const clearlyTag = /^<\/|[:-]|=/;
const unknownTag = '网站不认这个标签，请删去它，只留文字。';

/** HTML in the source is shown as text. Readers should not see `<br>`, so it is reported. */
export function rawHtml(md: MarkdownIt): void {
  md.core.ruler.after('line_numbers', 'raw_html', (state) => {
    for (const block of mappedTexts(state.tokens)) {
      const opened = new Set<string>();
      // `＜br＞` from a Chinese input method is a tag too.
      for (const found of toAsciiTags(block.text).matchAll(tag)) {
        const name = found[2]!.toLowerCase();
        const advice = adviceByTag.get(name) ?? (clearlyTag.test(found[0]) ? unknownTag : undefined);
        const line = lineOf(block.tokenAt(found.index));
        // `<b>一</b>二<b>三</b>` is reported once.
        if (!advice || (found[1] && opened.has(name)) || opened.has(`${name} ${line}`)) continue;
        opened.add(name).add(`${name} ${line}`);
        reportProblem(state.env, line, `这里的 HTML 标签“${shown(found[0])}”会原样显示给读者。${advice}`);
      }
    }
  });
}

/** Keeps the number of characters, so that positions stay the same. */
const toAsciiTags = (text: string): string =>
  text.replace(/＜／?|／?＞/g, (sign) => sign.replace('＜', '<').replace('＞', '>').replace('／', '/'));

const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
