import { gap, questionKinds, writingsOf } from '../quiz/question-kinds.ts';
import type { QuestionKind } from '../quiz/question-kinds.ts';
import { found, findingIf } from './rule.ts';
import type { Finding, PartOf } from './rule.ts';

type QuizQuestion = PartOf<'quizzes', 'questions'>;
type Option = NonNullable<QuizQuestion['options']>[number];

/** Whether a text is only a filler for a required field. */
export const isFiller = (text: string | undefined): boolean =>
  /^(略|无|错|错误|错了|不对|不正确|不是|同上|见上|见原文|[\p{P}\s])+$/u.test(text ?? '');

/** The problems of a question, depending on its kind. */
export function findingsIn(question: QuizQuestion, kind: QuestionKind, at: string): Finding[] {
  const word = questionKinds[kind];
  const options = question.options ?? [];
  const list = `${at}.options`;
  const place = options.length === 0 ? at : list;
  return [
    ...findingIf(
      kind !== 'judge' && question.truth !== undefined,
      `${at}.truth`,
      `${word}题不用填“这句话对不对”，请清空。`,
    ),
    ...byKind[kind](question, options, at, place),
    // Two gaps may have the same answer.
    ...(kind === 'blank' ? [] : sameTexts(options, list)),
    ...unusedFields(kind, options, list),
  ];
}

type Check = (question: QuizQuestion, options: readonly Option[], at: string, list: string) => Finding[];

const byKind: Record<QuestionKind, Check> = {
  single: (_, options, _at, list) => {
    const right = options.filter((option) => option.right).length;
    return [
      ...tooFew('单选', options, 2, list),
      ...findingIf(
        options.length >= 2 && right !== 1,
        list,
        `单选题要正好有一个对的选项，现在有 ${String(right)} 个，请核对“这一项是对的”。`,
      ),
      ...unexplained(options, list),
    ];
  },
  multiple: (_, options, _at, list) => {
    const right = options.filter((option) => option.right).length;
    return [
      ...tooFew('多选', options, 3, list),
      ...findingIf(
        options.length >= 3 && right === 0,
        list,
        '多选题一个对的选项也没有，请把对的打开“这一项是对的”。',
      ),
      ...findingIf(
        options.length >= 3 && right === options.length,
        list,
        '多选题的选项全是对的，读者不用想就能全选，请加上不对的选项。',
      ),
      ...unexplained(options, list),
    ];
  },
  judge: ({ text, truth }, options, at, list) => [
    ...findingIf(
      /[？?]$/.test(text ?? ''),
      `${at}.text`,
      '判断题要写成一句能说对不对的话，现在是一个问句，请改成陈述，或换成单选题。',
    ),
    ...findingIf(truth === undefined, at, '判断题请选上“这句话对不对”。'),
    ...findingIf(options.length > 0, list, '判断题不用写选项，请删去。'),
  ],
  order: (_, options, _at, list) => tooFew('排序', options, 3, list),
  match: (_, options, _at, list) => [
    ...tooFew('配对', options, 3, list),
    ...options.flatMap(({ pair }, index) =>
      findingIf(
        pair === undefined,
        `${list}.${String(index)}`,
        '配对题的每一项都要写“配对的另一半”，请补上。',
      ),
    ),
    ...options.flatMap(({ pair }, index) => {
      const first = options.findIndex((other) => pair !== undefined && other.pair === pair);
      return findingIf(
        first >= 0 && first < index,
        `${list}.${String(index)}.pair`,
        `“配对的另一半”和第 ${String(first + 1)} 项一样，读者分不清该配哪个，请改成不同的。`,
      );
    }),
  ],
  blank: ({ text }, options, at, list) => {
    const gaps = text?.match(/[_＿]+/g) ?? [];
    const wrongGap = gaps.find((each) => each !== gap);
    if (text === undefined) return [];
    if (gaps.length === 0)
      return [found(`${at}.text`, `填空题里没有空，请在要填的地方写四条下划线 ${gap}。`)];
    if (wrongGap !== undefined) {
      const seen = wrongGap.includes('＿') ? '全角的下划线' : ` ${String(wrongGap.length)} 条下划线`;
      return [found(`${at}.text`, `每个空写正好四条半角下划线 ${gap}，现在有一处是${seen}，请改正。`)];
    }
    return [
      ...findingIf(
        options.length !== gaps.length,
        list,
        `题目里有 ${String(gaps.length)} 个空，选项有 ${String(options.length)} 条，请一个空写一条答案，按先后排列。`,
      ),
      ...options.flatMap((option, index) => spellingFindings(option, `${at}.options.${String(index)}.text`)),
    ];
  },
};

function spellingFindings({ text }: Option, at: string): Finding[] {
  const spellings = text === undefined ? [] : writingsOf(text);
  const duplicate = spellings.find((spelling, index) => spellings.indexOf(spelling) < index);
  return spellings.includes('')
    ? [found(at, '“ / ”的一边没有字，请补上另一种写法，或删去“ / ”。')]
    : findingIf(duplicate !== undefined, at, `“${duplicate ?? ''}”写了两遍，请删去一个。`);
}

const tooFew = (word: string, options: readonly Option[], least: number, list: string): Finding[] =>
  findingIf(
    options.length < least,
    list,
    `${word}题至少要 ${String(least)} 个选项，现在有 ${String(options.length)} 个，请补上。`,
  );

/** Readers learn from wrong answers, so every wrong option must have an explanation. */
const unexplained = (options: readonly Option[], list: string): Finding[] =>
  options.flatMap(({ right, why, text }, index) => [
    ...findingIf(
      right !== true && why === undefined,
      `${list}.${String(index)}`,
      `“${text ?? ''}”是不对的选项，请在“为什么”里写明错在哪里。`,
    ),
    ...findingIf(
      isFiller(why),
      `${list}.${String(index)}.why`,
      `“为什么”只写了“${why ?? ''}”，没有说错在哪里，请写明。`,
    ),
  ]);

function sameTexts(options: readonly Option[], list: string): Finding[] {
  return options.flatMap(({ text }, index) => {
    const first = options.findIndex((other) => text !== undefined && other.text === text);
    return findingIf(
      first >= 0 && first < index,
      `${list}.${String(index)}.text`,
      `和第 ${String(first + 1)} 个选项一样，请改成不同的，或删去一个。`,
    );
  });
}

/** A field that its kind does not use probably means a wrong kind. */
function unusedFields(kind: QuestionKind, options: readonly Option[], list: string): Finding[] {
  const word = questionKinds[kind];
  const chosen = kind === 'single' || kind === 'multiple';
  return options.flatMap(({ right, pair, why }, index) => [
    ...findingIf(
      why !== undefined && !chosen,
      `${list}.${String(index)}.why`,
      `${word}题不显示选项的“为什么”，请并到“讲解”里。`,
    ),
    ...findingIf(
      right === true && !chosen,
      `${list}.${String(index)}.right`,
      `${word}题不用“这一项是对的”，请关掉，或核对题型。`,
    ),
    ...findingIf(
      pair !== undefined && kind !== 'match',
      `${list}.${String(index)}.pair`,
      `${word}题不用“配对的另一半”，请清空，或核对题型。`,
    ),
  ]);
}
