import type { DelimiterRun, DelimiterRuns } from './delimiter-runs.ts';
import { endsWithLoneSurname, endsWithSurname } from '../../model/text/surnames.ts';

/**
 * Where stars, waves and underscores mean emphasis to somebody who writes Chinese, and where they are characters:
 * hidden names and numbers (张*明, 138****1234), products (120*60*75), spans (8:30~~11:30), required fields (*必填),
 * and blanks to be filled in (姓名：____). CommonMark knows none of them and would pair any two.
 *
 * The rules only take roles away. What is left is paired as CommonMark does.
 */

/** More marks than emphasis ever needs: `****` hides a number, `___` is a blank, `~~~` a long-drawn tone. */
const longest: Readonly<Record<string, number>> = { '*': 3, _: 2, '~': 2 };

const numberWithUnit =
  /\d(?:\s?(?:毫米|厘米|公分|米|寸|尺|元|小时|分钟|天|周|月|年|人|个|件|份|次|斤|公斤|箱|盒|mm|cm|m|kg|g))?$/u;
/** Units that stand at both ends of a span: 11月28日~~12月3日, 8时~~9时30分. Of others, each goes with itself. */
const sameSpan = ['年月日号', '时点分秒'];
/** “好的呀~~” draws out its last word. */
const tone = /[啦哦呀啊吧呢哈嘛哟喽耶嗯噢呵]$/;
/** “总价=单价*数量”: what follows a sign of equality, up to the next punctuation. */
const formula = /[=＝][^，。；、：！？\s]*$/;

export function mayOpen(run: DelimiterRun): boolean {
  const { mark, length, before, after } = run;
  if (isOnlyCharacters(run) || isBetweenDigits(run)) return false;
  if (mark === '~') return !isSpan(before, after) && !tone.test(before);
  if (mark !== '*' || length > 1) return true;
  return !numberWithUnit.test(before) && !formula.test(before) && !endsWithLoneSurname(before);
}

export function mayClose(run: DelimiterRun): boolean {
  if (isOnlyCharacters(run)) return false;
  if (run.mark !== '*') return true;
  // Behind a comma a star begins something: “*国强，*建国”.
  return !isBetweenDigits(run) && !(run.length === 1 && /[、，；]$/.test(run.before));
}

const isBetweenDigits = ({ before, after }: DelimiterRun): boolean => /\d$/.test(before) && /^\d/.test(after);

function isOnlyCharacters(run: DelimiterRun): boolean {
  const { mark, length, before, after } = run;
  if (length > longest[mark]!) return true;
  if (isPartOfFace(run)) return true;
  if (mark !== '*') return false;
  // A star that is spoken of: “带*号”, “标**的”, “（*）”.
  if (/[带有打标加注画]$/.test(before) && /^[号的者为项]/.test(after)) return true;
  if (/[“‘「"'（([]$/.test(before) && /^[”’」"'）)\]]/.test(after)) return true;
  // “A*B*C”, “闽D**88”. “un**believ**able” is left as it is.
  return length === 1
    ? /[a-z\d]$/i.test(before) && /^[a-z\d]/i.test(after)
    : /[a-z]$/i.test(before) && /^\d/.test(after);
}

/** “周六~~上午九点~~下午三点” strikes out; “3楼~~5楼”, “周一~~周五” and “上午~~下午” do not. */
function isSpan(before: string, after: string): boolean {
  if (/(?:周|星期)[一二三四五六日天末]$/.test(before)) return /^(?:周|星期)?[一二三四五六日天末]/.test(after);
  if (/[上中]午$/.test(before)) return /^(?:[中下]午|晚|次日)/.test(after);
  const [, from] = /[\d一二三四五六七八九十]\s?(\p{Script=Han})$/u.exec(before) ?? [];
  const [, to] = /^[\d一二三四五六七八九十]{1,4}\s?(\p{Script=Han})/u.exec(after) ?? [];
  if (from === undefined || to === undefined) return false;
  return from === to || sameSpan.some((units) => units.includes(from) && units.includes(to));
}

/** Of two runs that CommonMark would pair, which one is no mark of emphasis. Undefined for a pair that is meant. */
export function pairingFault(
  open: DelimiterRun,
  close: DelimiterRun,
  runs: DelimiterRuns,
): 'open' | 'close' | undefined {
  // “**张*明**”: a single star inside bold text.
  if (open.mark === '*' && open.length === 2 && close.length === 1) return 'close';
  return areAPair(open, close, runs) ? undefined : 'open';
}

function areAPair(open: DelimiterRun, close: DelimiterRun, runs: DelimiterRuns): boolean {
  const { mark, length } = open;
  if (beginsWrongly(open)) return false;
  const hasComma = runs.hasComma(open.end, close.start);
  // “带*为必填项，带*…”, “第*条、第*款”, “：__电话：__”: the same character stands before both.
  if (sameBefore(open, close) && (/\p{L}$/u.test(open.before) || mark === '_' || hasComma)) return false;
  const isInsideWords = /[\p{L}\p{N}]$/u.test(open.before) && /^[\p{L}\p{N}]/u.test(close.after);
  if (mark === '~') return !(isInsideWords && hasComma);
  if (mark === '_') return true;

  // “*姓名，**电话”
  if (length === 1 && close.length === 2) return false;
  if (endsWithSurname(open.before) && endsWithSurname(close.before)) return false;
  const inside = close.start - open.end;
  if (length === 2) {
    // “**强，**国”: a comma closes emphasis of a word, not of one character, unless it is a number: “**一、**”.
    if (inside === 2 && /[^\d一二三四五六七八九十][，、]$/.test(close.before)) return false;
    // “王**同志获**优秀党员**”: the run without a partner is the name.
    return !(runs.count(open) % 2 === 1 && endsWithLoneSurname(open.before));
  }
  if (isInsideWords && (hasComma || sameAfter(open, close))) return false;
  const hidesName = /\p{L}$/u.test(open.before) && endsWithSurname(close.before);
  if (placeNumber.test(open.after) && (hidesName || placeNumber.test(close.after))) return false;
  // “从***到***”, “甲方：***公司，乙方：***公司”
  if (length === 3 && close.length === 3)
    return inside > 1 && !(/[、，；：（]$/.test(close.before) && /^\p{L}/u.test(close.after));
  if (length === 3) return true;
  // “*1234和*5678”
  if (/^\d/.test(open.after) && /^\d/.test(close.after)) return false;
  // “长*宽*高”, “代表甲*一 乙*二”
  const isFactor = inside === 1 && /\p{L}$/u.test(close.before);
  return !(isInsideWords && (isFactor || runs.hasBlank(open.end, close.start)));
}

/** “*栋*单元*室”: stars for the numbers of a place. */
const placeNumber = /^(?:号|栋|幢|座|单元|室|楼|层|户|组|排|弄|巷|路|街|村|社区|小区)/;

/** “^_^”, “>_<”, “(*^_^*)” are faces. */
const isPartOfFace = ({ mark, before, after }: DelimiterRun): boolean =>
  mark === '_'
    ? /[\^><＾＞＜]$/.test(before) || /^[\^><＾＞＜]/.test(after)
    : mark === '*' &&
      (/[(（]$/.test(before)
        ? /^[\^＾>＞￣≧∩]/.test(after)
        : /[\^＾<＜￣≦∩]$/.test(before) && /^[)）]/.test(after));

/** Nobody stresses a text that begins with a comma or the end of a bracket: “王**、赵**”, “（__）”, “__/__”. */
const beginsWrongly = ({ mark, after }: DelimiterRun): boolean =>
  /^[、，。；：！？）》”’】」)\]]/.test(after) || (mark === '_' && /^[-/.,:;—]/.test(after));

/** “A*算法与B*算法”: the same word stands behind both. */
const sameAfter = (open: DelimiterRun, close: DelimiterRun): boolean =>
  /^\p{L}{2}/u.test(open.after) &&
  [...open.after].slice(0, 2).join('') === [...close.after].slice(0, 2).join('');

function sameBefore(open: DelimiterRun, close: DelimiterRun): boolean {
  const last = ({ before }: DelimiterRun): string => [...before.slice(-2)].at(-1) ?? '';
  return last(open) === last(close) && /[\p{L}：:（(]/u.test(last(open));
}
