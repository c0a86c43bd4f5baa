/**
 * The kinds of field a collection can have, as plain data.
 *
 * Everything that reads a description (the type of its data, the checker, the desk's form, the JSON Schema) has a table
 * with one line for each kind. After a kind is added here, the compiler points at each of them.
 */

interface BaseField {
  /** The name that editors see on the form and in every message about the field. */
  label: string;
  /** One short line below the field: what to write. */
  hint?: string;
  /** Fields are required by default. */
  optional?: true;
  /** Written by the desk itself: not on the form and not suggested in messages. */
  byDesk?: true;
  /**
   * Belongs to one occasion: its day, its number, who signed it, how it ended. A copy of an entry starts without it.
   * Slugs do not need this.
   */
  once?: true;
}

export const textFormats = {
  url: { pattern: /^https?:\/\/[^\s<>"']+$/, expected: '以 https:// 开头的完整网址' },
  email: { pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, expected: '完整的邮箱地址，如 name@example.cn' },
  phone: {
    pattern: /^[+\d][\d\s-]{2,19}(转\d{1,6})?$/,
    expected: '只含数字、空格和短横的电话号码，如 0771-1234567',
  },
  ledgerNumber: { pattern: /^\d{4}-\d{3,5}$/, expected: '年份、短横和三位以上的序号，如 2026-017' },
  // A page of the hub, optionally with an anchor, or the name of a file in the entry's folder.
  evidence: {
    pattern: /^(\/(?!\/)\S*|[^\s/:#?][^\s:#?]*\.[A-Za-z0-9]{2,5})$/,
    expected: '本站页面的地址（以 / 开头，如 /activities/2026/0315-lianxi-huiyi/），或这篇内容附件的文件名',
  },
  // The address of an entry of the hub: two or three names.
  oldAddress: {
    pattern: /^(\/[a-z0-9-]+){2,3}\/$/,
    expected: '这篇内容以前的地址，如 /notices/2026/0315-tongzhi/',
  },
  domain: { pattern: /^([a-z0-9-]+\.)+[a-z]{2,}$/, expected: '不带 https:// 的域名，如 hub.example.edu.cn' },
} as const;

export interface TextField extends BaseField {
  kind: 'text';
  min?: number;
  /** In characters as readers count them. */
  max?: number;
  format?: keyof typeof textFormats;
  initial?: string;
}
export interface LongTextField extends BaseField {
  kind: 'longText';
  min?: number;
  max?: number;
}
/** The last part of an entry's address and the name of its folder. Unique within the collection. */
export interface SlugField extends BaseField {
  kind: 'slug';
}
export interface ChoiceField extends BaseField {
  kind: 'choice';
  /** Stored value -> label. */
  options: Readonly<Record<string, string>>;
  many?: true;
  initial?: string;
}
export interface NumberField extends BaseField {
  kind: 'number';
  min?: number;
  max?: number;
  whole?: true;
  unit?: string;
}
/** A day of the calendar, `2026-01-31`. Stays a string: midnight in Beijing is still yesterday in UTC. */
export interface DayField extends BaseField {
  kind: 'day';
  /** The name of a day or moment field next to it that must not be later. */
  notBefore?: string;
  /** Records something that has happened: a day after today is rejected. An entry that is accepted once stays accepted. */
  past?: true;
  /** See `MomentField`. */
  goesLive?: true;
}
/** A moment with its offset, `2026-01-31T09:30:00+08:00`. */
export interface MomentField extends BaseField {
  kind: 'moment';
  /** When readers first see the entry. Publishing does not wait for it, so a moment in the future is rejected. */
  goesLive?: true;
}
export interface BooleanField extends BaseField {
  kind: 'boolean';
  initial?: boolean;
}
/** A picture in the entry's folder, with its alternative text, which is always required. */
export interface PictureField extends BaseField {
  kind: 'picture';
}
/** A file to download in the entry's folder, with the name that readers see. */
export interface FileField extends BaseField {
  kind: 'file';
  extensions: readonly string[];
  many?: true;
}
export interface RelationField extends BaseField {
  kind: 'relation';
  /** The name of the other collection. The value is the slug of its entry. */
  to: string;
  many?: true;
}
/** A list of parts with fields of their own. A field may be a list again, such as the options of a question. */
export interface PartsField extends BaseField {
  kind: 'parts';
  /** What one part is called: 席位. */
  part: string;
  fields: Readonly<Record<string, PartField | PartsField>>;
  /** The number field that identifies a part permanently: its anchor is `decisions-3`. It is unique in the list. */
  numberedBy?: string;
  min?: number;
  max?: number;
}
/** The text under the front matter. At most one per collection, under the name `body`. */
export interface MarkdownField extends BaseField {
  kind: 'markdown';
}

export type PartField =
  | TextField
  | LongTextField
  | ChoiceField
  | NumberField
  | DayField
  | MomentField
  | BooleanField
  | PictureField
  | FileField
  | RelationField;

export type Field = PartField | SlugField | PartsField | MarkdownField;
export type Fields = Readonly<Record<string, Field>>;
export type Kind = Field['kind'];
export type FieldOf<K extends Kind> = Extract<Field, { kind: K }>;

export interface Picture {
  src: string;
  alt: string;
}
export interface Attachment {
  src: string;
  title: string;
}

type OneOrMany<F, T> = F extends { many: true } ? T[] : T;

interface ValueByKind<F> {
  text: string;
  longText: string;
  slug: string;
  choice: F extends { options: infer O } ? OneOrMany<F, keyof O & string> : never;
  number: number;
  day: string;
  moment: string;
  boolean: boolean;
  picture: Picture;
  file: OneOrMany<F, Attachment>;
  relation: OneOrMany<F, string>;
  parts: F extends { fields: infer P extends Fields } ? DataOf<P>[] : never;
  markdown: string;
}

/** The value of a checked field. It only compiles if `ValueByKind` has a line for each kind. */
export type ValueOf<F extends Field> = ValueByKind<F>[F['kind']];

type Flat<T> = { [K in keyof T]: T[K] };
type OptionalKey<F extends Fields> = { [K in keyof F]: F[K] extends { optional: true } ? K : never }[keyof F];

/** The data of an entry whose fields are `F`, once the checker has accepted it. */
export type DataOf<F extends Fields> = Flat<
  { [K in Exclude<keyof F, OptionalKey<F>>]: ValueOf<F[K]> } & {
    [K in OptionalKey<F>]?: ValueOf<F[K]>;
  }
>;
