import { textFormats } from '../fields.ts';
import type { FieldOf, Field, Kind } from '../fields.ts';

const describers: { [K in Kind]: (field: FieldOf<K>) => string } = {
  text: ({ min, max, format }) => parts('一行文字', limits(min, max), format && textFormats[format].expected),
  longText: ({ min, max }) => parts('一段文字', limits(min, max)),
  slug: () => '小写字母、数字和短横，同栏目不重复',
  choice: ({ options, many }) => parts(many ? '可多选' : '单选', Object.values(options).join('、')),
  number: ({ min, max, whole, unit }) =>
    parts(whole ? '整数' : '数字', range(min, max), unit === undefined ? undefined : `单位：${unit}`),
  day: () => '日期，如 2026-01-31',
  moment: () => '日期和时间，如 2026-01-31T09:30:00+08:00',
  boolean: () => '是或否',
  picture: () => '图片（src）和替代文字（alt）',
  file: ({ extensions, many }) =>
    parts(many ? '若干文件' : '文件', extensions.join('、'), '路径（src）和名称（title）'),
  relation: ({ to, many }) => parts(many ? '若干网址名' : '网址名', `指向 ${to}`),
  parts: ({ part }) => `若干“${part}”`,
  markdown: () => 'Markdown 正文，写在第二条 --- 线之后',
};

/** What to write into a field, in a few words of Chinese: 一行文字，最多 40 字. */
export function describeField(field: Field): string {
  const describe = describers[field.kind] as (field: Field) => string;
  return describe(field);
}

const parts = (...words: (string | undefined)[]): string => words.filter(Boolean).join('，');

function limits(min?: number, max?: number): string | undefined {
  if (max === undefined) return min === undefined ? undefined : `至少 ${String(min)} 字`;
  return min === undefined ? `最多 ${String(max)} 字` : `${String(min)}—${String(max)} 字`;
}

function range(min?: number, max?: number): string | undefined {
  if (min === undefined && max === undefined) return undefined;
  return `${min === undefined ? '' : String(min)}—${max === undefined ? '' : String(max)}`;
}
