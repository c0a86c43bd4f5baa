import type { Field, FieldOf, Fields, Kind } from '../../../src/model/fields.ts';

/** A field in Decap's config. */
export interface FormField {
  name: string;
  label: string;
  widget: string;
  required: boolean;
  hint?: string;
  fields?: FormField[];
  [option: string]: unknown;
}

/** The fields of a form: required fields, the body, then optional fields, each group in the order of the model. */
export function formFields(fields: Fields): FormField[] {
  const rank = (field: Field): number => (field.kind === 'markdown' ? 1 : field.optional ? 2 : 0);
  return Object.entries(fields)
    .filter(([, { byDesk }]) => !byDesk)
    .toSorted(([, a], [, b]) => rank(a) - rank(b))
    .map(([name, field]) => formField(name, field));
}

export function formField(name: string, field: Field): FormField {
  const form = forms[field.kind] as (field: Field) => Form;
  const { hint, ...options } = form(field);
  const hints = [field.hint, hint].filter(Boolean).join('；');
  return {
    name,
    label: field.label,
    required: !field.optional,
    ...(hints ? { hint: hints } : {}),
    ...options,
  };
}

type Form = { widget: string; hint?: string } & Record<string, unknown>;

/** One line for each kind. register-controls.ts registers the `hub-…` widgets. */
const forms: { [K in Kind]: (field: FieldOf<K>) => Form } = {
  text: ({ max, initial }) => ({ widget: 'hub-text', ...withoutUndefined({ max, default: initial }) }),
  longText: ({ max }) => ({ widget: 'hub-long-text', ...withoutUndefined({ max }) }),
  slug: () => ({ widget: 'hub-text' }),
  choice: ({ options, many, initial }) => ({
    widget: 'hub-choice',
    options: Object.entries(options).map(([value, label]) => ({ value, label })),
    ...withoutUndefined({ multiple: many, default: initial }),
  }),
  number: ({ min, max, whole, unit }) => ({
    widget: 'hub-number',
    ...withoutUndefined({ min, max, unit, step: whole ? 1 : undefined }),
  }),
  day: () => ({ widget: 'hub-day' }),
  moment: () => ({ widget: 'hub-moment', hint: '北京时间' }),
  boolean: ({ initial }) => ({ widget: 'hub-boolean', ...withoutUndefined({ default: initial }) }),
  picture: () => ({ widget: 'hub-picture' }),
  file: ({ many, extensions }) => ({
    widget: 'hub-file',
    extensions,
    ...withoutUndefined({ multiple: many }),
  }),
  relation: ({ to, many }) => ({
    widget: 'hub-relation',
    collection: to,
    ...withoutUndefined({ multiple: many }),
  }),
  parts: ({ part, fields, min, max }) => ({
    // Decap's list widget: only it can nest fields, and Decap handles empty drafts by this name.
    widget: 'list',
    label_singular: part,
    collapsed: false,
    fields: formFields(fields),
    ...withoutUndefined({ min, max }),
  }),
  markdown: () => ({ widget: 'hub-markdown' }),
};

const withoutUndefined = (options: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
