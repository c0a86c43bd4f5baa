import type { Mutant } from './make.ts';

/** A change that no test can notice, because the code does the same with it. Each has its reason. */
interface Equivalent {
  file: string;
  /** The line of code without its indent, and what stands in the place of what. */
  code: string;
  was: string;
  becomes: string;
  because: string;
}

const equivalents: readonly Equivalent[] = [
  {
    file: 'fold.ts',
    code: 'if (blankAt >= 0 && needsBlankBetween(text.slice(-1), character)) {',
    was: '>=',
    becomes: '>',
    because: 'nothing is before a blank at the start, so it is never kept',
  },
  {
    file: 'make-readings.ts',
    code: 'if (!/^[\\u3400-\\u9FFF]$/.test(character)) continue;',
    was: '/^[\\u3400-\\u9FFF]$/',
    becomes: '/[\\u3400-\\u9FFF]$/',
    because: 'a single character has nothing before it',
  },
  {
    file: 'make-readings.ts',
    code: "return read.filter((each) => /^[a-z]+$/.test(each)).flatMap((each) => [each, each.replace('v', 'u')]);",
    was: '/^[a-z]+$/',
    becomes: '/^[a-z]+/',
    because: 'a syllable that begins with a letter of a to z consists of such letters',
  },
  {
    file: 'phrase-matches.ts',
    code: 'if (left.size === 0) break;',
    was: 'if (left.size === 0) break;',
    becomes: ';',
    because: 'it only spares the work: what is left of nothing is nothing',
  },
  {
    file: 'commit-author.ts',
    code: "const encoding = /^encoding (\\S+)$/m.exec(head.toString('latin1'))?.[1] ?? 'utf-8';",
    was: '/^encoding (\\S+)$/m',
    becomes: '/^encoding (\\S*)$/m',
    because: 'an encoding without a name is unknown, and read as UTF-8 as well',
  },
  {
    file: 'commit-author.ts',
    code: 'const moment = new Date(/^\\d+$/.test(seconds) ? Number(seconds) * 1000 : Number.NaN);',
    was: '/^\\d+$/',
    becomes: '/^\\d+/',
    because: 'digits with something behind them are no number either',
  },
  {
    file: 'characters.ts',
    code: 'if (!anyHarmless.test(text)) return text;',
    was: 'if (!anyHarmless.test(text)) return text;',
    becomes: ';',
    because: 'it only spares the work',
  },
  {
    file: 'file-names.ts',
    code: "const cut = shortened(stem, longest - bytesOf(ending) - numberRoom).replaceAll(/^[-\\p{M}]+|-+$/gu, '');",
    was: '/^[-\\p{M}]+|-+$/gu',
    becomes: '/^[-\\p{M}]+|-*$/gu',
    because: 'nothing at the end is replaced by nothing',
  },
  {
    file: 'csv.ts',
    code: "if (match[0] === '') break;",
    was: "if (match[0] === '') break;",
    becomes: ';',
    because: 'within the text the pattern never matches nothing; the line is a guard',
  },
  {
    file: 'coerced-values.ts',
    code: 'const typed = source.slice(start, end).trim();',
    was: 'source.slice(start, end).trim()',
    becomes: 'source.slice(start, end)',
    because: 'only a colon is looked for in it',
  },
  {
    file: 'github-alerts.ts',
    code: 'const kind = calloutKinds.find(({ aliases }) => aliases.includes(word.toLowerCase()));',
    was: 'find',
    becomes: 'findLast',
    because: 'no word stands for two kinds',
  },
  {
    file: 'callouts.ts',
    code: 'const map: [number, number] = [at.map![0], at.map![0] + 1];',
    was: '+',
    becomes: '-',
    because: 'only the first line of a title is asked for',
  },
  {
    file: 'figures.ts',
    code: "caption.content = String(parts.find(({ type }) => type === 'image')?.attrGet('title') ?? '').trim();",
    was: 'find',
    becomes: 'findLast',
    because: 'a figure holds one picture',
  },
  {
    file: 'delimiter-runs.ts',
    code: 'for (let at = start; at < end; at++) runs.set(at, run);',
    was: '<',
    becomes: '<=',
    because: 'what stands behind a run is no mark, or the next run, which is set after it',
  },
];

export const isEquivalent = (mutant: Mutant): boolean =>
  equivalents.some(
    ({ file, code, was, becomes }) =>
      mutant.file.endsWith(file) && mutant.code === code && mutant.was === was && mutant.becomes === becomes,
  );
