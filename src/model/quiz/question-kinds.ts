/** Apart from the description of the collection, which readers' browsers need not load. */
export const questionKinds = {
  single: '单选',
  multiple: '多选',
  judge: '判断',
  order: '排序',
  match: '配对',
  blank: '填空',
} as const;
export type QuestionKind = keyof typeof questionKinds;

/** The choices of a judgement. */
export const judgements = { right: '对', wrong: '不对' } as const;

/** What a gap looks like in the text an editor writes. */
export const gap = '____';

/** All accepted writings of a gap, the one shown first: `协商 / 商量`. */
export const writingsOf = (text: string): string[] =>
  ` ${text} `.split(' / ').map((writing) => writing.trim());
