import type { DelimiterRun, DelimiterRuns } from './delimiter-runs.ts';
import { endsWithLoneSurname, endsWithSurname } from '../../model/text/surnames.ts';

/**
 * Tells stars, tildes and underscores that mean emphasis in Chinese text from literal ones: masked names and numbers
 * (张*明, 138****1234), products (120*60*75), ranges (8:30~~11:30), required fields (*必填) and blanks to fill in
 * (姓名：____). CommonMark would pair any two of them.
 *
 * The rules only remove roles. The remaining delimiters are paired as in CommonMark.
 */

/** Longer runs are never emphasis: `****` masks a number, `___` is a blank, `~~~` draws out a sound. */
const maxLength: Readonly<Record<string, number>> = { '*': 3, _: 2, '~': 2 };

const numberWithUnit =
  /\d(?:\s?(?:毫米|厘米|公分|米|寸|尺|元|小时|分钟|天|周|月|年|人|个|件|份|次|斤|公斤|箱|盒|mm|cm|m|kg|g))?$/u;
/** Units that can be mixed in a range: 11月28日~~12月3日, 8时~~9时30分. Any other unit only matches itself. */
const rangeUnits = ['年月日号', '时点分秒'];
/** “好的呀~~” draws out its last word. */
const tone = /[啦哦呀啊吧呢哈嘛哟喽耶嗯噢呵]$/;
/** “总价=单价*数量”: what follows an equals sign, up to the next punctuation. */
const formula = /[=＝][^，。；、：！？\s]*$/;

export function canOpen(run: DelimiterRun): boolean {
  const { mark, length, before, after } = run;
  if (isLiteral(run) || isBetweenDigits(run)) return false;
  if (mark === '~') return !isRange(before, after) && !tone.test(before);
  if (mark !== '*' || length > 1) return true;
  return !numberWithUnit.test(before) && !formula.test(before) && !endsWithLoneSurname(before);
}

export function canClose(run: DelimiterRun): boolean {
  if (isLiteral(run)) return false;
  if (run.mark !== '*') return true;
  // After a comma a star can only open: “*国强，*建国”.
  return !isBetweenDigits(run) && !(run.length === 1 && /[、，；]$/.test(run.before));
}

const isBetweenDigits = ({ before, after }: DelimiterRun): boolean => /\d$/.test(before) && /^\d/.test(after);

function isLiteral(run: DelimiterRun): boolean {
  const { mark, length, before, after } = run;
  if (length > maxLength[mark]!) return true;
  if (isPartOfEmoticon(run)) return true;
  if (mark !== '*') return false;
  // The text is about the star itself: “带*号”, “标**的”, “（*）”.
  if (/[带有打标加注画]$/.test(before) && /^[号的者为项]/.test(after)) return true;
  if (/[“‘「"'（([]$/.test(before) && /^[”’」"'）)\]]/.test(after)) return true;
  // “A*B*C”, “闽D**88”. “un**believ**able” stays emphasis.
  return length === 1
    ? /[a-z\d]$/i.test(before) && /^[a-z\d]/i.test(after)
    : /[a-z]$/i.test(before) && /^\d/.test(after);
}

/** “周六~~上午九点~~下午三点” is strikethrough; “3楼~~5楼”, “周一~~周五” and “上午~~下午” are ranges. */
function isRange(before: string, after: string): boolean {
  if (/(?:周|星期)[一二三四五六日天末]$/.test(before)) return /^(?:周|星期)?[一二三四五六日天末]/.test(after);
  if (/[上中]午$/.test(before)) return /^(?:[中下]午|晚|次日)/.test(after);
  const [, from] = /[\d一二三四五六七八九十]\s?(\p{Script=Han})$/u.exec(before) ?? [];
  const [, to] = /^[\d一二三四五六七八九十]{1,4}\s?(\p{Script=Han})/u.exec(after) ?? [];
  if (from === undefined || to === undefined) return false;
  return from === to || rangeUnits.some((units) => units.includes(from) && units.includes(to));
}

/** Of two runs that CommonMark would pair, the one that is literal. Undefined for real emphasis. */
export function pairingFault(
  open: DelimiterRun,
  close: DelimiterRun,
  runs: DelimiterRuns,
): 'open' | 'close' | undefined {
  // “**张*明**”: a single star inside bold text.
  if (open.mark === '*' && open.length === 2 && close.length === 1) return 'close';
  return isEmphasis(open, close, runs) ? undefined : 'open';
}

function isEmphasis(open: DelimiterRun, close: DelimiterRun, runs: DelimiterRuns): boolean {
  const { mark, length } = open;
  if (startsWrongly(open)) return false;
  const hasComma = runs.hasComma(open.end, close.start);
  // “带*为必填项，带*…”, “第*条、第*款”, “：__电话：__”: the same character is before both.
  if (sameBefore(open, close) && (/\p{L}$/u.test(open.before) || mark === '_' || hasComma)) return false;
  const isInsideWords = /[\p{L}\p{N}]$/u.test(open.before) && /^[\p{L}\p{N}]/u.test(close.after);
  if (mark === '~') return !(isInsideWords && hasComma);
  if (mark === '_') return true;

  // “*姓名，**电话”
  if (length === 1 && close.length === 2) return false;
  if (endsWithSurname(open.before) && endsWithSurname(close.before)) return false;
  const innerLength = close.start - open.end;
  if (length === 2) {
    // “**强，**国”: no emphasis of one character and a comma, unless it is a number: “**一、**”.
    if (innerLength === 2 && /[^\d一二三四五六七八九十][，、]$/.test(close.before)) return false;
    // “王**同志获**优秀党员**”: with an odd number of runs, the one after the surname masks a name.
    return !(runs.count(open) % 2 === 1 && endsWithLoneSurname(open.before));
  }
  if (isInsideWords && (hasComma || sameAfter(open, close))) return false;
  const masksName = /\p{L}$/u.test(open.before) && endsWithSurname(close.before);
  if (addressUnit.test(open.after) && (masksName || addressUnit.test(close.after))) return false;
  // “从***到***”, “甲方：***公司，乙方：***公司”
  if (length === 3 && close.length === 3)
    return innerLength > 1 && !(/[、，；：（]$/.test(close.before) && /^\p{L}/u.test(close.after));
  if (length === 3) return true;
  // “*1234和*5678”
  if (/^\d/.test(open.after) && /^\d/.test(close.after)) return false;
  // “长*宽*高”, “代表甲*一 乙*二”
  const isFactor = innerLength === 1 && /\p{L}$/u.test(close.before);
  return !(isInsideWords && (isFactor || runs.hasSpace(open.end, close.start)));
}

/** “*栋*单元*室”: stars instead of the numbers of an address. */
const addressUnit = /^(?:号|栋|幢|座|单元|室|楼|层|户|组|排|弄|巷|路|街|村|社区|小区)/;

/** “^_^”, “>_<” and “(*^_^*)” are emoticons. */
const isPartOfEmoticon = ({ mark, before, after }: DelimiterRun): boolean =>
  mark === '_'
    ? /[\^><＾＞＜]$/.test(before) || /^[\^><＾＞＜]/.test(after)
    : mark === '*' &&
      (/[(（]$/.test(before)
        ? /^[\^＾>＞￣≧∩]/.test(after)
        : /[\^＾<＜￣≦∩]$/.test(before) && /^[)）]/.test(after));

/** Emphasis never starts with a comma or a closing bracket: “王**、赵**”, “（__）”, “__/__”. */
const startsWrongly = ({ mark, after }: DelimiterRun): boolean =>
  /^[、，。；：！？）》”’】」)\]]/.test(after) || (mark === '_' && /^[-/.,:;—]/.test(after));

/** “A*算法与B*算法”: the same word follows both. */
const sameAfter = (open: DelimiterRun, close: DelimiterRun): boolean =>
  /^\p{L}{2}/u.test(open.after) &&
  [...open.after].slice(0, 2).join('') === [...close.after].slice(0, 2).join('');

function sameBefore(open: DelimiterRun, close: DelimiterRun): boolean {
  const last = ({ before }: DelimiterRun): string => [...before.slice(-2)].at(-1) ?? '';
  return last(open) === last(close) && /[\p{L}：:（(]/u.test(last(open));
}
