/** In a file of its own, so that browsers do not load the description of the collection. */
export const questionKinds = {
  single: '单选',
  multiple: '多选',
  judge: '判断',
  order: '排序',
  match: '配对',
  blank: '填空',
} as const;
export type QuestionKind = keyof typeof questionKinds;

/** The options of a judge question. */
export const judgements = { right: '对', wrong: '不对' } as const;

/** A gap in the text of a question. */
export const gap = '____';

/** All accepted spellings for a gap. The first is the one that is shown: `协商 / 商量`. */
export const writingsOf = (text: string): string[] =>
  ` ${text} `.split(' / ').map((writing) => writing.trim());
