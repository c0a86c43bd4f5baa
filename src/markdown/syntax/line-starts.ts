/**
 * What the start of a line says about the line break before it. Collected from notices, minutes, forms and the texts of
 * 600 laws. The cases in line-breaks.txt show each.
 */
export interface LineStart {
  /** Lines of the same form are siblings: labels, numbers in the same style, times of day. */
  form: string;
  /** The number, if it has one; 3 follows 2. */
  value?: number;
  /**
   * What is needed to be sure that the writer pressed Enter here, and the text was not wrapped at a column: nothing more;
   * siblings, or room left in the line before; the end of a sentence before it; or that most lines of the paragraph
   * start like this.
   */
  needs: 'nothing' | 'siblings or room' | 'sentence end' | 'most';
}

const digits = '[\\d０-９]';
const numerals = '[一二三四五六七八九十百千零〇]';

/** Tried in this order. The first group is the number, if there is one. */
const starts: readonly [form: string, needs: LineStart['needs'], pattern: RegExp][] = [
  ['blank', 'nothing', /^[_＿]{3,}/],
  ['bullet', 'nothing', /^(?:[·・•●◆◇■□▪▲△▼►▶➤➢➣❖◈♦☞★☆※◎✓✔√☑☐]|[—–]\s|○(?![一二三四五六七八九十〇○年]))/],
  ['emoji', 'nothing', /^\p{Emoji_Presentation}|^\p{Extended_Pictographic}\ufe0f/u],
  ['heading in brackets', 'nothing', /^【\p{Script=Han}[^】]{1,11}】/u],
  [
    'clause',
    'nothing',
    new RegExp(`^第(?:${numerals}|${digits})+[条章节编篇](?:之${numerals})?(?:[\\s：:]|$)`),
  ],
  [
    'clause',
    'sentence end',
    new RegExp(`^第(?:${numerals}|${digits})+[条章节编篇](?![的规所第和至到、，或及中以内款项])`),
  ],
  [
    '（一）',
    'siblings or room',
    new RegExp(`^[（(](${numerals}{1,3}|${digits}{1,3})[）)](?!项(?!目)|款(?!项)|[至或])`),
  ],
  ['一、', 'siblings or room', new RegExp(`^(${numerals}{1,3})\\s?[、．.](?!${numerals})`)],
  ['1、', 'siblings or room', new RegExp(`^(${digits}{1,3})\\s?[、．.](?!${digits})`)],
  ['1）', 'siblings or room', new RegExp(`^(${digits}{1,3})[）)](?!${digits})`)],
  // “1、3号楼”, “2、5号楼”: ambiguous without other lines like it.
  ['1、', 'most', new RegExp(`^(${digits}{1,2})、(?=${digits})`)],
  ['①', 'siblings or room', /^([①-⑳⑴-⑽⒈-⒑㈠-㈩➊-➓❶-❿⓫-⓴㊀-㊉])/],
  ['Ⅰ、', 'siblings or room', /^([Ⅰ-Ⅻⅰ-ⅻ])(?:[、．.\s]|$)/],
  // References, also with the square brackets of a Chinese input method.
  ['[1]', 'siblings or room', new RegExp(`^[[［【〔](${digits}{1,3})[\\]］】〕](?!号)`)],
  ['1：', 'most', new RegExp(`^(${digits}{1,2})[：:](?!${digits})`)],
  ['A.', 'siblings or room', /^([A-HＡ-Ｈ])[.．、)）](?![A-Za-z])/],
  ['一是', 'sentence end', new RegExp(`^(${numerals}{1,2})(?:是|要)`)],
  ['第一，', 'sentence end', new RegExp(`^第(${numerals}{1,2})[，,、：]`)],
  [
    '第一步',
    'most',
    new RegExp(
      `^第(?:${numerals}{1,2}|${digits}{1,2})(?:步|周|组|天|场|期|阶段|轮|次|站|课|讲|季度|批|类|名)`,
    ),
  ],
  ['其次', 'sentence end', /^(?:首先|其次|再次|此外|最后)[，,：]/],
  ['source', 'sentence end', /^——/],
  [
    'time',
    'most',
    /^(?:[上下]午|中午|晚上)?\s?(?:\d{1,2}[:：]\d{2}|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[点时])/,
  ],
  [
    'day',
    'most',
    /^(?:\d{4}年|\d{1,2}月\d{1,2}[日号]|\d{1,2}[日号]|\d{1,2}[./]\d{1,2}\s|(?:周|星期)[一二三四五六日天])/,
  ],
  ['number', 'most', /^\d{1,3}\s+\S/],
  ['甲、', 'most', /^([甲乙丙丁戊己庚辛])[、．.]/],
  // Columns: “张三　主任”, “李四 13900002222”. In prose there are spaces only between Chinese and Latin.
  ['row', 'most', /^[^\s，。；]{1,12}(?:\u3000| {2,}|\t)\s*\S/],
  ['row', 'most', /^[^\s，。；：]{0,11}\p{Script=Han} (?:\p{Script=Han}|\d{5})/u],
  // “一等奖 3名 奖金500元”
  ['row', 'most', /^[^，。；：、！？\n]{1,20}\p{Script=Han} \p{Script=Han}[^，。；：、！？\n]{0,20}$/u],
  // “报：”, “甲：”: too short to be sure of alone.
  ['报：', 'most', /^\p{Script=Han}[：:](?![“‘/])\S/u],
  ['（Ａ）', 'most', /^[（(]([A-Za-zＡ-Ｚａ-ｚ])[）)]/],
  ['1-1', 'most', /^\d{1,2}-\d{1,2}\s/],
  ['1，', 'most', /^(\d{1,2})[,，。](?=\p{Script=Han})/u],
  // Marks that may also be a letter, a dash or a masked name.
  ['*', 'most', /^[*＊—–](?=\S)/],
  ['→', 'most', /^[→⇒]/],
];

export function lineStart(text: string): LineStart | undefined {
  const label = labelIn(text);
  if (label !== undefined)
    return { form: 'label', needs: knownLabel.test(label) ? 'nothing' : 'siblings or room' };
  for (const [form, needs, pattern] of starts) {
    const found = pattern.exec(text);
    if (found) return { form, needs, ...(found[1] === undefined ? {} : { value: numberFrom(found[1]) }) };
  }
  return undefined;
}

/** Nouns at the end of labels in notices, forms and minutes. These labels need no siblings. */
const knownLabel =
  /(?:时间|地点|地址|日期|期限|时段|联系人|负责人|主持人|主持|主讲人?|记录人?|嘉宾|电话|手机|热线|邮箱|微信|QQ群?|网址|网站|对象|范围|人员|人数|名额|条件|主题|题目|内容|要求|方式|办法|流程|议程|路线|费用|收费|报名|备注|说明|提示|提醒|附件?|抄送|主送|单位|主办|承办|协办|来源|作者|编辑|审核|签发|供稿|撰稿|摄影|姓名|性别|职务|编号|数量|金额|合计|出席|列席|缺席|^[问答注]|^(?:tel|fax|e-?mail|wechat|qq|wi-?fi))$/i;

/** A colon after these introduces a statement, not a value: “张阿姨说：”, “要点如下：”. */
const introducesStatement = /[说问道讲称答喊叫想是为有知示出调求定如下括到了着的]$/;

/** The label at the start of a line, without spaces: “联 系 人：” gives 联系人. Undefined if there is none. */
export function labelIn(text: string): string | undefined {
  const [, written, next] = /^([^：:，。；！？“”《》\n]{1,20})[：:](.?)/u.exec(text) ?? [];
  if (written === undefined) return undefined;
  const label = written.replace(/[\s（）()【】[\]]/g, '');
  if (knownLabel.test(label)) return label;
  if (!/\p{Script=Han}/u.test(label) || label.length > 10) return undefined;
  // “上午9：00”, “他说：“来””, “http://”
  const isOther = /\d$/.test(label) || introducesStatement.test(label) || /[“‘/]/.test(next ?? '');
  return label.length < 2 || isOther ? undefined : label;
}

function numberFrom(written: string): number {
  const code = written.codePointAt(0) ?? 0;
  if (!/[\d０-９一二三四五六七八九十百千零〇]/.test(written)) return code;
  const plain = written.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));
  if (/^\d+$/.test(plain)) return Number(plain);
  const [, tens, ones = ''] = /^(.?)十(.?)$/.exec(plain) ?? [];
  const one = (numeral: string) => Math.max(0, '〇一二三四五六七八九'.indexOf(numeral));
  return tens === undefined ? one(plain) : (tens === '' ? 1 : one(tens)) * 10 + one(ones);
}
