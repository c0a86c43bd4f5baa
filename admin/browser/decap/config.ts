import type { Permissions } from '../../shared/roles.ts';
import type { Collection } from '../../../src/model/define-collection.ts';
import { collectionNames, collectionOf } from '../../../src/model/collections.ts';
import type { Field } from '../../../src/model/fields.ts';
import { formFields } from './form-fields.ts';
import type { FormField } from './form-fields.ts';

/** The signed-in person, as returned by `/admin/api/me`. */
export interface CurrentUser {
  username: string;
  name: string;
  role: string;
  /** The base path of the site: `/`, or a path below it. */
  site: string;
  may: Permissions;
}

export interface DeskCollection {
  name: string;
  label: string;
  fields?: FormField[];
  files?: { fields: FormField[]; [option: string]: unknown }[];
  [option: string]: unknown;
}

export interface DeskConfig {
  collections: DeskCollection[];
  [option: string]: unknown;
}

/** Name of the custom format registered for a collection. */
export const formatOf = (collection: string): string => `hub-${collection}`;

/** Decap's config, generated from the model for one person. */
export function deskConfig(person: CurrentUser): DeskConfig {
  return {
    load_config_file: false,
    backend: { name: 'hub', branch: 'main', proxy_url: '/admin/api/store' },
    locale: 'zh_Hans',
    publish_mode: 'editorial_workflow',
    // Pictures are stored next to their text; there is no media folder.
    media_folder: 'content',
    public_folder: '',
    show_preview_links: false,
    slug: { encoding: 'ascii' },
    collections: collectionNames.map((name) => deskCollection(collectionOf(name), person)),
  };
}

function deskCollection(collection: Collection, person: CurrentUser): DeskCollection {
  const { name, label, description } = collection;
  const fields = formFields(collection.fields);
  // No scroll sync: Decap's cannot follow the lines of our Markdown editor.
  const editor = { preview: true, notes: true };
  const format = formatOf(name);
  if (collection.single) {
    const file = { name, label, file: `content/${name}/index.md`, fields, editor };
    return { name, label, description, format, editor, publish: person.may.publish, files: [file] };
  }
  return {
    name,
    label,
    label_singular: label,
    description,
    format,
    extension: 'md',
    folder: `content/${name}`,
    path: `${collection.byYear ? '{{year}}/' : ''}{{slug}}/index`,
    slug: '{{fields.slug}}',
    identifier_field: collection.title,
    summary: summaryOf(collection),
    create: true,
    delete: person.may.delete,
    publish: person.may.publish,
    editor,
    sortable_fields: [collection.title, ...(collection.date ? [collection.date] : [])].map((field) => ({
      field,
      label: collection.fields[field]?.label ?? field,
    })),
    ...unlessEmpty('view_filters', Object.entries(collection.fields).flatMap(filtersFor)),
    ...unlessEmpty('view_groups', groupsFor(collection)),
    fields,
  };
}

/** Title and day. A moment is truncated, not formatted: Decap would format it in the browser's time zone. */
function summaryOf({ title, date, fields }: Collection): string {
  if (!date) return `{{${title}}}`;
  return `{{${title}}}　{{${date}${fields[date]?.kind === 'moment' ? " | truncate(10, '')" : ''}}}`;
}

/** Decap rejects empty lists in its config. */
const unlessEmpty = (name: string, list: readonly unknown[]): Record<string, unknown> =>
  list.length > 0 ? { [name]: list } : {};

/** A view filter for each option of each choice field. */
function filtersFor([name, field]: [string, Field]): unknown[] {
  if (field.kind === 'boolean') return [{ label: field.label, field: name, pattern: 'true' }];
  if (field.kind !== 'choice') return [];
  // Decap matches against `List [ "a", "b" ]`: the quotes prevent matches inside another value.
  return Object.entries(field.options).map(([value, label]) => ({
    label: `${field.label}：${label}`,
    field: name,
    pattern: field.many ? `"${value}"` : `^${value}$`,
  }));
}

function groupsFor(collection: Collection): unknown[] {
  if (!collection.date) return [];
  return [{ label: '年份', field: collection.date, pattern: '\\d{4}' }];
}
