/** Where an address written bare ends. */
export interface AutolinkEnd {
  /** Characters after the scheme, `//` included; 0 where no address begins. */
  length: number;
  /** The address as far as it could go, where nobody but the writer can tell whether it does. */
  unsure?: string;
}

const ascii = /\/\/[a-z\d](?:[\w\-.~:/?#@!$&'()*+,;=%[\]]*[\w\-~/#=&%@$+*)\]])?/iy;
// Longer than any browser takes, and short enough that a run of addresses without blanks is read in time.
const wide = /\/\/[\p{L}\p{M}\p{N}\-._~:/?#@!$&'()*+,;=%[\]]{1,2000}/uy;
// 通知（2026）.docx is one name, “见 a（附件）。” is not.
const bracket = /（[^（）\s]{1,40}）[\w\-.~/%\p{Script=Han}]+/uy;

// Of names in Chinese script: what stands behind the last point when the name ends there.
const chineseDomain =
  /\.(?:中国|公司|网络|政务|公益|集团|在线|中文网|商城|网址|网店|移动|信息|招聘|[a-z]{2,})$/iu;
const asciiHost = /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?::\d+)?(?=[^a-z\d.-])/iu;
const fileEnd = /\.(?:html?|shtml|php|jsp|aspx?|pdf|docx?|xlsx?|pptx?|zip|jpe?g|png|gif|webp|mp[34])$/i;
// Of 表1.xlsx和表2.xlsx the first name: no name of a file goes on in Chinese letters.
const behindFile =
  /^(.+?\.(?:html?|shtml|php|jsp|aspx?|pdf|docx?|xlsx?|pptx?|zip|jpe?g|png|gif|webp|mp[34]))(?=[^ -~]).*$/isu;
// How a sentence goes on behind an address: a page is called 报名表, seldom 查询成绩.
const sentence =
  /^(?:欢迎|请|查[询看阅]|下载|进行|了解|点击|登[录陆]|访问|即可|可[以在]|[或和及与等的是为在上中里看填扫也都就后前来]|报名(?!表)|咨询|关注|浏览|搜索|打开|注册|观看|参[与加]|提交|反馈)/;

/**
 * The address at `position` in a text, just behind `https:`; `before` is what stands in front of the scheme. Chinese
 * belongs to the address where that is certain: in the middle of it (`/附件/报名表.docx`), or as a whole part of a path
 * that is set off on both sides. Behind a host or a file name a sentence goes on: `example.cn欢迎`.
 */
export function autolinkEnd(text: string, position: number, before = ''): AutolinkEnd {
  const sure = trimmed(matchAt(ascii, text, position));
  const [one = ''] = matchAt(wide, text, position).split(/(?=https?:\/\/)/i);
  const whole = trimmed(one.replace(behindFile, '$1').replace(/[,;!](?=\p{Script=Han}).*$/su, ''));
  const after = position + whole.length;
  const next = text.slice(after, after + 1);
  const more = matchAt(bracket, text, after);
  if (more !== '' && sure !== '') return { length: found(sure), unsure: whole + more };
  if (isAscii(whole)) return { length: found(sure) };
  const [, host = '', rest = ''] = /^\/\/([^/?#]*)(.*)$/s.exec(whole) ?? [];
  const beforeHan = sure.length === whole.length ? '' : sure;
  if (!isAscii(host)) {
    if (asciiHost.test(host)) return { length: found(sure) };
    if (!chineseDomain.test(host.replace(/:\d+$/, ''))) return { length: 0, unsure: whole };
    if (isAscii(rest)) return { length: whole.length };
  }
  if (fileEnd.test(beforeHan) && !/^[/?#=]/.test(whole.slice(sure.length))) return { length: found(sure) };
  return belongs(rest, before, next) ? { length: whole.length } : { length: found(sure), unsure: whole };
}

/** Whether all the Chinese in the path of an address is part of it. */
function belongs(path: string, before: string, after: string): boolean {
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
  const part = /^[/=#?&_.\-%]$/.test(path.slice(Math.max(0, last.index - 1), last.index));
  if (part && standsAlone(before, after)) return true;
  const setOff = /^$|[\s\p{P}]$/u.test(before) || /^[ \t]/.test(after);
  return setOff && part && last[0].length <= 12 && !sentence.test(last[0]);
}

/** Brackets, quotes, stars, blanks or a line that hold the address and nothing else. */
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

const found = (address: string): number => (address.length > 2 ? address.length : 0);

const count = (text: string, mark: string) => text.split(mark).length - 1;

/** Without the full stop of the sentence, and without brackets closed but never opened: (https://example.cn/a) */
function trimmed(address: string): string {
  let end = address.replace(/[.,:;!?'*]+$/, '');
  for (const [open, close] of [
    ['(', ')'],
    ['[', ']'],
  ] as const) {
    while (end.endsWith(close) && count(end, close) > count(end, open)) {
      end = end.slice(0, -1).replace(/[.,:;!?'*]+$/, '');
    }
  }
  return end;
}
