/** Where a bare address ends. */
export interface AutolinkEnd {
  /** Characters after the scheme, including `//`; 0 if there is no address. */
  length: number;
  /** The longest possible address, if only the writer knows where it ends. */
  uncertain?: string;
}

const ascii = /\/\/[a-z\d](?:[\w\-.~:/?#@!$&'()*+,;=%[\]]*[\w\-~/#=&%@$+*)\]])?/iy;
// Longer than browsers accept, and short enough to read many addresses without spaces in time.
const wide = /\/\/[\p{L}\p{M}\p{N}\-._~:/?#@!$&'()*+,;=%[\]]{1,2000}/uy;
// Characters outside the basic plane have two positions.
const longestWide = 2 + 2 * 2000;
// 通知（2026）.docx is one file name, “见 a（附件）。” is not.
const bracket = /（[^（）\s]{1,40}）[\w\-.~/%\p{Script=Han}]+/uy;

// For Chinese host names: top-level domains.
const chineseDomain =
  /\.(?:中国|公司|网络|政务|公益|集团|在线|中文网|商城|网址|网店|移动|信息|招聘|[a-z]{2,})$/iu;
const asciiHost = /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?::\d+)?(?=[^a-z\d.-])/iu;
const fileEnd = /\.(?:html?|shtml|php|jsp|aspx?|pdf|docx?|xlsx?|pptx?|zip|jpe?g|png|gif|webp|mp[34])$/i;
// Of 表1.xlsx和表2.xlsx the first name, because Chinese does not follow a file extension.
const afterFileName =
  /^(.+?\.(?:html?|shtml|php|jsp|aspx?|pdf|docx?|xlsx?|pptx?|zip|jpe?g|png|gif|webp|mp[34]))(?=[^ -~]).*$/isu;
// How a sentence continues after an address: a page may be named 报名表, but hardly 查询成绩.
const sentence =
  /^(?:欢迎|请|查[询看阅]|下载|进行|了解|点击|登[录陆]|访问|即可|可[以在]|[或和及与等的是为在上中里看填扫也都就后前来]|报名(?!表)|咨询|关注|浏览|搜索|打开|注册|观看|参[与加]|提交|反馈)/;

/**
 * Finds the end of the address at `position`, directly after `https:`. `before` is the character before the scheme.
 * Chinese belongs to the address where that is certain: in the middle of it (`/附件/报名表.docx`), or as a whole path
 * segment if the address is delimited on both sides. After a host or a file name, the sentence continues: `example.cn欢迎`.
 */
export function autolinkEnd(text: string, position: number, before = ''): AutolinkEnd {
  const certain = withoutEndPunctuation(matchAt(ascii, text, position));
  // Up to the next address: `http://http://` would be read to its end from every start.
  const ahead = text.slice(position, position + longestWide);
  const another = ahead.search(/https?:\/\//i);
  const one = matchAt(wide, another < 0 ? ahead : ahead.slice(0, another), 0);
  const whole = withoutEndPunctuation(
    one.replace(afterFileName, '$1').replace(/[,;!](?=\p{Script=Han}).*$/su, ''),
  );
  const after = position + whole.length;
  const next = text.slice(after, after + 1);
  const more = matchAt(bracket, text, after);
  if (more !== '' && certain !== '') return { length: lengthOf(certain), uncertain: whole + more };
  if (isAscii(whole)) return { length: lengthOf(certain) };
  const [, host = '', rest = ''] = /^\/\/([^/?#]*)(.*)$/s.exec(whole) ?? [];
  const beforeHan = certain.length === whole.length ? '' : certain;
  if (!isAscii(host)) {
    if (asciiHost.test(host)) return { length: lengthOf(certain) };
    if (!chineseDomain.test(host.replace(/:\d+$/, ''))) return { length: 0, uncertain: whole };
    if (isAscii(rest)) return { length: whole.length };
  }
  if (fileEnd.test(beforeHan) && !/^[/?#=]/.test(whole.slice(certain.length)))
    return { length: lengthOf(certain) };
  return includesChinese(rest, before, next)
    ? { length: whole.length }
    : { length: lengthOf(certain), uncertain: whole };
}

/** Whether all Chinese characters in the path are part of the address. */
function includesChinese(path: string, before: string, after: string): boolean {
  if (path.includes('//')) return false;
  const runs = [...path.matchAll(/[^ -~]+/gu)];
  const between = runs.every(({ 0: run, index }) => {
    const end = index + run.length;
    const opens = /[/=#?&_.\-%\d]$/.test(path.slice(Math.max(0, index - 1), index));
    return opens && (end === path.length || /^[/=#?&_.\-%\d]/.test(path.slice(end, end + 1)));
  });
  const last = runs.at(-1);
  if (!between || !last) return false;
  if (last.index + last[0].length < path.length) return true;
  const isSegment = /^[/=#?&_.\-%]$/.test(path.slice(Math.max(0, last.index - 1), last.index));
  if (isSegment && standsAlone(before, after)) return true;
  const isDelimited = /^$|[\s\p{P}]$/u.test(before) || /^[ \t]/.test(after);
  return isDelimited && isSegment && last[0].length <= 12 && !sentence.test(last[0]);
}

/** Whether brackets, quotes, stars, spaces or line breaks contain the address alone. */
function standsAlone(before: string, after: string): boolean {
  if (before === '' || before === '\n') return after === '' || after === '\n';
  if (/\s/.test(before) && /\s/.test(after)) return true;
  const at = pairs.indexOf(before);
  return at >= 0 && at % 2 === 0 && after === pairs.charAt(at + 1);
}
const pairs = '（）()《》〈〉“”‘’「」『』【】〔〕［］[]**';

const isAscii = (text: string): boolean => /^[ -~]*$/.test(text);

function matchAt(pattern: RegExp, text: string, position: number): string {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? '';
}

const lengthOf = (address: string): number => (address.length > 2 ? address.length : 0);

const count = (text: string, mark: string) => text.split(mark).length - 1;

/** Drops the full stop of the sentence and closing brackets without an opening one: (https://example.cn/a) */
function withoutEndPunctuation(address: string): string {
  let end = endWithoutMarks(address, address.length);
  for (const [open, close] of [
    ['(', ')'],
    ['[', ']'],
  ] as const) {
    const kept = address.slice(0, end);
    for (let extra = count(kept, close) - count(kept, open); extra > 0 && address[end - 1] === close; extra--)
      end = endWithoutMarks(address, end - 1);
  }
  return address.slice(0, end);
}

/** Not a pattern with `$`: it would be tried at every mark inside the address. */
function endWithoutMarks(address: string, from: number): number {
  let end = from;
  while (end > 0 && ".,:;!?'*".includes(address[end - 1]!)) end--;
  return end;
}
