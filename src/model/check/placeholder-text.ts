import { endsWithSurname } from '../text/surnames.ts';

/** The placeholders that the desk's toolbar inserts. The checker looks for the same texts. */
export const placeholderTexts = {
  bold: '加粗的文字',
  link: '链接文字',
  cell: '写在这里',
  callout: '写下要提醒大家的话。',
  footnote: '脚注的内容',
  picture: '写明图上有什么',
} as const;

// Placeholders if they are the whole piece of text. In a sentence they are ordinary words: 失败了，写在这里。
const wholeTexts = new Set<string>([
  ...Object.values(placeholderTexts).map(bare),
  ...['文字', '说明文字', '图片说明', '图片描述', '替代文字', '标题文字', '正文内容', '这里是正文'],
  ...[
    '请输入标题',
    '请输入内容',
    '请在此输入',
    '在这里输入文本',
    '此处填写',
    '加粗文字',
    '粗体文本',
    '斜体文字',
    '列表项',
  ],
  ...['无标题', '未命名', '无标题文档', '新建文档', 'untitled'],
  ...['测试测试', '测试一下', '测试文字', '测试内容', '测试标题', 'test'],
]);

const empty = '请换成要写的内容，或删去它。';
const hidden = '请写上内容；要隐去名字或号码，请写成“×”。';
const figure = '请写上数字。';
const pasted = '这是从别的软件带来的，请改成要写的内容，或删去它。';

/** Marks of missing text anywhere in a line. They have boundaries, because 待补选 and 有待补充 are ordinary words. */
const marks: [pattern: RegExp, fix: string][] = [
  [/(?<![有仍尚亟还须需等])待(?:补[充全写]?|填写?)(?=$|[\s，。、；：！？,.;:!?）)】\]”"》…—/|\0])/g, empty],
  [
    /[（(【[［](?:请?在此处?|此处|这里)(?:插入|填写|填入|补充|输入|粘贴|上传|添加|替换|放|写|配|加)[^（）()【】[\]［］，。\n]{0,24}[）)】\]］]/g,
    empty,
  ],
  [
    /[【[［]请?(?:填写|填入|输入|插入)(?!说明|要求|须知|指南|方法|示例|范例)[^【】[\]［］，。\n]{0,24}[】\]］]/g,
    empty,
  ],
  [/[单点]击(?:或[单点]击)?此处(?:添加|输入|编辑)(?:副?标题|文[字本]|内容)/g, empty],
  [/(?:示例|占位)文[字本]/g, empty],
  [/(?<![A-Za-z])(?:TODO|FIXME|TBD)(?![A-Za-z])/g, empty],
  [/lorem ipsum/gi, empty],
  // Missing numbers. ××市 and 李×× hide a name and are allowed.
  [/(?:20)?(?:[×✕]{1,4}|XX)年(?:[×✕]{1,2}|XX)月(?:(?:[×✕]{1,2}|XX)日)?|20(?:[×✕]{2}|XX)/gi, figure],
  [/(?<![A-Za-z×✕年])[×✕X]{1,2}月[×✕X]{1,2}日|〕[×✕X]号/g, figure],
  [/第[×✕]{2,}[号条届期次章项]|[〕\])）][×✕]{2,}号/g, figure],
  [/(?:约|共|计|达|近|超过|参加|投入)[×✕]{2,}(?:余?人次?|余?元|万元|平方米)/g, figure],
  // What WeChat pastes instead of pictures and files.
  [/^\s*[[［](?:图片|视频|语音|文件|表情|动画表情)[\]］]\s*$/g, pasted],
  [/错误[!！]\s?未(?:找到引用源|定义书签)[。.]?|Error! (?:Reference source|Bookmark) not [a-z]+\.?/g, pasted],
  [/(?<![A-Za-z])(?:HYPERLINK|PAGEREF|MERGEFORMAT|FORMTEXT)(?![A-Za-z])|\[object Object\]/g, pasted],
  [
    /#(?:REF|VALUE|NAME|DIV\/0)[!?]|oaicite|turn\d+search\d+|作为(?:一[个名])?(?:AI|人工智能)(?:语言模型|助手)/g,
    pasted,
  ],
];

const crosses = /(?<![\w.\-/@=&#×])x{2,}(?![\w.\-/@=&×])/gi;
// 居民李XX hides a name, 社区XX活动 is incomplete.
const precedingCharacter = /(?:^|[\s\p{P}和与及由经对给找])([\p{Script=Han}])$/u;
const notNames = '请由于在为是有共约近达至从到第每本该各和与及把被给对的了等自向以';

export interface Placeholder {
  seen: string;
  fix: string;
}

/**
 * Finds placeholders and marks of missing text. `text` is a line or the value of a field. `pieces` are its separate
 * texts: bold text, link texts, alternative texts.
 */
export function placeholdersIn(text: string, pieces: readonly string[] = [text]): Placeholder[] {
  const found = new Found();
  for (const [pattern, fix] of marks) for (const [seen] of text.matchAll(pattern)) found.add(seen, fix);
  for (const { 0: seen, index } of text.matchAll(crosses)) {
    const name = precedingCharacter.exec(text.slice(Math.max(0, index - 2), index))?.[1] ?? notNames;
    const before = text.slice(0, index);
    const isSurname =
      (endsWithSurname(before) || before.endsWith('某')) && !notNames.includes(before.slice(-1));
    const hides = isSurname || !notNames.includes(name);
    if (!hides && !found.isPartOfOne(seen)) found.add(seen, hidden);
  }
  for (const piece of pieces) {
    if (wholeTexts.has(bare(piece)) && !found.hasPartOf(piece)) found.add(piece.trim(), empty);
  }
  return found.all;
}

/** The placeholders of a line, each once. A line of many thousands reports the first. */
class Found {
  readonly #bySeen = new Map<string, string>();

  get all(): Placeholder[] {
    return Array.from(this.#bySeen, ([seen, fix]) => ({ seen, fix }));
  }
  add(seen: string, fix: string): void {
    if (this.#bySeen.size < mostInLine && !this.#bySeen.has(seen)) this.#bySeen.set(seen, fix);
  }
  isPartOfOne(text: string): boolean {
    return [...this.#bySeen.keys()].some((seen) => seen.includes(text));
  }
  hasPartOf(text: string): boolean {
    return [...this.#bySeen.keys()].some((seen) => text.includes(seen));
  }
}
const mostInLine = 20;

/** Without the marks at its end. Not with a pattern and `$`, which would be tried at each mark of a long text. */
function bare(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s。.，：:]/.test(text[end - 1]!)) end--;
  return text.slice(0, end).trim().toLowerCase();
}
