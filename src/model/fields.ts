/**
 * The kinds of field a collection can have, as plain data.
 *
 * Every reader of a description (the type of its data, the checker, the desk's form, the JSON Schema)
 * keeps a table with one line per kind. Adding a kind here makes the compiler point at each of them.
 */

interface BaseField {
  /** The name editors see on their form and in every sentence about the field. */
  label: string;
  /** One short line under the field: what to write. */
  hint?: string;
  /** Fields are required unless they say otherwise. */
  optional?: true;
  /** Written by the desk itself: no form shows it, no sentence offers it. */
  byDesk?: true;
  /**
   * Tells of this one time: its day, who signed for it, its number, how it ended. A text that is written after
   * another one begins without it. Slugs need no mark.
   */
  once?: true;
}

export const textFormats = {
  url: { pattern: /^https?:\/\/[^\s<>"']+$/, say: '以 https:// 开头的完整网址' },
  email: { pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, say: '完整的邮箱地址，如 name@example.cn' },
  phone: {
    pattern: /^[+\d][\d\s-]{2,19}(转\d{1,6})?$/,
    say: '只含数字、空格和短横的电话号码，如 0771-1234567',
  },
  ledgerNumber: { pattern: /^\d{4}-\d{3,5}$/, say: '年份、短横和三位以上的序号，如 2026-017' },
  // A page of the hub, with a place in it if wanted, or the name of a file that lies beside the text.
  evidence: {
    pattern: /^(\/(?!\/)\S*|[^\s/:#?][^\s:#?]*\.[A-Za-z0-9]{2,5})$/,
    say: '本站页面的地址（以 / 开头，如 /activities/2026/0315-lianxi-huiyi/），或这篇内容附件的文件名',
  },
  // Where an entry of the hub stood: two or three names.
  oldAddress: {
    pattern: /^(\/[a-z0-9-]+){2,3}\/$/,
    say: '这篇内容以前的地址，如 /notices/2026/0315-tongzhi/',
  },
  domain: { pattern: /^([a-z0-9-]+\.)+[a-z]{2,}$/, say: '不带 https:// 的域名，如 hub.example.edu.cn' },
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
  /** What is stored -> what people see. */
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
  /** Name of a day or moment field beside it that must not be later. */
  notBefore?: string;
  /** Records what has happened: a day after today is refused. Such a check can only turn right with time. */
  past?: true;
  /** See `MomentField`. */
  goesLive?: true;
}
/** A moment with its offset, `2026-01-31T09:30:00+08:00`. */
export interface MomentField extends BaseField {
  kind: 'moment';
  /** When readers first see the entry. Nothing waits for it once it is published, so one that lies ahead is refused. */
  goesLive?: true;
}
export interface BooleanField extends BaseField {
  kind: 'boolean';
  initial?: boolean;
}
/** A picture beside the text, with the words that stand for it. Alternative text is always required. */
export interface PictureField extends BaseField {
  kind: 'picture';
}
/** A file to download beside the text, with the name readers see. */
export interface FileField extends BaseField {
  kind: 'file';
  extensions: readonly string[];
  many?: true;
}
export interface RelationField extends BaseField {
  kind: 'relation';
  /** Name of the collection pointed to. Stored as that entry's slug. */
  to: string;
  many?: true;
}
/** A list of parts, each with fields of its own, which may be lists again: the options of a question. */
export interface PartsField extends BaseField {
  kind: 'parts';
  /** What one part is called: 席位. */
  part: string;
  fields: Readonly<Record<string, PartField | PartsField>>;
  /** The number field that names a part for good: its place in the page is `decisions-3`. No two parts share one. */
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

/** What a checked field holds. `ValueByKind` has a line for each kind, or this does not compile. */
export type ValueOf<F extends Field> = ValueByKind<F>[F['kind']];

type Flat<T> = { [K in keyof T]: T[K] };
type OptionalKey<F extends Fields> = { [K in keyof F]: F[K] extends { optional: true } ? K : never }[keyof F];

/** The data of an entry whose fields are `F`, once the checker has accepted it. */
export type DataOf<F extends Fields> = Flat<
  { [K in Exclude<keyof F, OptionalKey<F>>]: ValueOf<F[K]> } & {
    [K in OptionalKey<F>]?: ValueOf<F[K]>;
  }
>;
