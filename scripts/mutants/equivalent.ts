import type { Mutant } from './make.ts';

/** A change that no test can notice, because the code still does the same. Each has its reason. */
interface Equivalent {
  file: string;
  /** The line of code without its indent, the changed code in it and its replacement. */
  code: string;
  original: string;
  replacement: string;
  because: string;
}

const equivalents: readonly Equivalent[] = [
  {
    file: 'fold.ts',
    code: 'if (blankAt >= 0 && needsBlankBetween(text.slice(-1), character)) {',
    original: '>=',
    replacement: '>',
    because: 'nothing is before a blank at the start, so it is never kept',
  },
  {
    file: 'make-readings.ts',
    code: 'if (!/^[\\u3400-\\u9FFF]$/.test(character)) continue;',
    original: '/^[\\u3400-\\u9FFF]$/',
    replacement: '/[\\u3400-\\u9FFF]$/',
    because: 'a single character has nothing before it',
  },
  {
    file: 'make-readings.ts',
    code: "return read.filter((each) => /^[a-z]+$/.test(each)).flatMap((each) => [each, each.replace('v', 'u')]);",
    original: '/^[a-z]+$/',
    replacement: '/^[a-z]+/',
    because: 'a syllable that begins with a letter of a to z consists of such letters',
  },
  {
    file: 'phrase-matches.ts',
    code: 'if (left.size === 0) break;',
    original: 'if (left.size === 0) break;',
    replacement: ';',
    because: 'the line only saves work: an empty set stays empty',
  },
  {
    file: 'commit-author.ts',
    code: "const encoding = /^encoding (\\S+)$/m.exec(head.toString('latin1'))?.[1] ?? 'utf-8';",
    original: '/^encoding (\\S+)$/m',
    replacement: '/^encoding (\\S*)$/m',
    because: 'an encoding without a name is unknown, so it is read as UTF-8 too',
  },
  {
    file: 'commit-author.ts',
    code: 'const moment = new Date(/^\\d+$/.test(seconds) ? Number(seconds) * 1000 : Number.NaN);',
    original: '/^\\d+$/',
    replacement: '/^\\d+/',
    because: 'digits followed by anything else give no number either',
  },
  {
    file: 'characters.ts',
    code: 'if (!anyHarmless.test(text)) return text;',
    original: 'if (!anyHarmless.test(text)) return text;',
    replacement: ';',
    because: 'the line only saves work',
  },
  {
    file: 'file-names.ts',
    code: "const cut = shortened(stem, longest - bytesOf(ending) - numberRoom).replaceAll(/^[-\\p{M}]+|-+$/gu, '');",
    original: '/^[-\\p{M}]+|-+$/gu',
    replacement: '/^[-\\p{M}]+|-*$/gu',
    because: 'an empty match at the end is replaced by nothing',
  },
  {
    file: 'csv.ts',
    code: "if (match[0] === '') break;",
    original: "if (match[0] === '') break;",
    replacement: ';',
    because: 'the pattern has no empty match before the end of the text; the line is a guard',
  },
  {
    file: 'coerced-values.ts',
    code: 'const typed = source.slice(start, end).trim();',
    original: 'source.slice(start, end).trim()',
    replacement: 'source.slice(start, end)',
    because: 'the code only looks for a colon in it',
  },
  {
    file: 'line-starts.ts',
    code: "['其次', 'sentence end', /^(?:首先|其次|再次|此外|最后)[，,：]/],",
    original: "'其次'",
    replacement: "''",
    because: 'the names of the ways a line starts only have to differ',
  },
  {
    file: 'github-alerts.ts',
    code: 'const kind = calloutKinds.find(({ aliases }) => aliases.includes(word.toLowerCase()));',
    original: 'find',
    replacement: 'findLast',
    because: 'no word belongs to two kinds',
  },
  {
    file: 'callouts.ts',
    code: 'const map: [number, number] = [at.map![0], at.map![0] + 1];',
    original: '+',
    replacement: '-',
    because: 'only the first line of a title is read',
  },
  {
    file: 'figures.ts',
    code: "caption.content = String(parts.find(({ type }) => type === 'image')?.attrGet('title') ?? '').trim();",
    original: 'find',
    replacement: 'findLast',
    because: 'a figure has one picture',
  },
  {
    file: 'delimiter-runs.ts',
    code: 'for (let at = start; at < end; at++) runs.set(at, run);',
    original: '<',
    replacement: '<=',
    because: 'the character after a run is no mark, or starts the next run, which is set later',
  },
  {
    file: 'check-entry.ts',
    code: 'problems.push({ file, line: 1, label, message: `各项都还没有填写，请从“${label}”开始填写。` });',
    original: 'push',
    replacement: 'unshift',
    because: 'the list is still empty: nothing else is wrong with the front matter',
  },
  {
    file: 'coerced-values.ts',
    code: 'if (left === undefined || right === undefined) return undefined;',
    original: '||',
    replacement: '&&',
    because: 'both groups of the pattern match, or neither does',
  },
  {
    file: 'entry-moves.ts',
    code: "if (addresses.length > 0) found.set(path.slice(0, -'/index.md'.length), addresses);",
    original: '>',
    replacement: '>=',
    because: 'an entry without old addresses adds nothing to what is read from the map',
  },
];

export const isEquivalent = (mutant: Mutant): boolean =>
  equivalents.some(
    ({ file, code, original, replacement }) =>
      mutant.file.endsWith(file) &&
      mutant.code === code &&
      mutant.original === original &&
      mutant.replacement === replacement,
  );
