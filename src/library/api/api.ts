import { collectionNames, collectionOf } from '../../model/collections.ts';
import type { CollectionName } from '../../model/collections.ts';
import { apiSchemaOf } from '../../model/schema/api-schema.ts';
import type { Fields } from '../../model/fields.ts';
import { onPage } from '../../html/page-fault.ts';
import { fileAddress } from '../../model/files/file-finder.ts';
import { absolute } from '../../site/base-path.ts';
import { today } from '../../site/dates.ts';
import { jsonSafe } from '../../site/output-safety.ts';
import { computed } from './computed-fields.ts';
import type { Computed } from './computed-fields.ts';
import { allLedgers } from '../entries/ledger-rows.ts';
import { allOf, siteSettings } from '../entries/queries.ts';
import type { Article } from '../entries/article.ts';

/**
 * All content as files for other programs: `/api/v1/projects.json`, each with the address of its schema.
 * A new field appears by itself; removing a field or changing its meaning needs a v2.
 */
export const apiAddress = (name: string): string => `/api/v1/${name}.json`;
export const schemaAddress = (name: string): string => `/api/v1/schemas/${name}.json`;

const licenceUnknown = '没有另外说明：转用前请先问一声主办单位';

export async function licence(): Promise<string> {
  return (await siteSettings()).data.licence ?? licenceUnknown;
}

export async function apiFile(name: CollectionName, site: URL | undefined): Promise<object> {
  const { label, description } = collectionOf(name);
  const articles = (await allOf(name)) as Article[];
  const day = today();
  const computedFields = computed[name] as Computed | undefined;
  const ledgers = await allLedgers();
  return {
    $schema: absolute(schemaAddress(name), site),
    collection: name,
    title: label,
    description,
    licence: await licence(),
    updated: updatedOf(articles),
    count: articles.length,
    ...(computedFields ? { asOf: day } : {}),
    items: articles.map((article) =>
      onPage(article.address, () => ({
        url: absolute(article.address, site),
        // Attachments named in the data are below this address.
        files: absolute(`${fileAddress(article.folder)}/`, site),
        data: plainData(article),
        ...(computedFields
          ? { computed: computedFields.of(article, ledgers, day, (address) => absolute(address, site)) }
          : {}),
      })),
    ),
  };
}

export async function apiIndex(site: URL | undefined): Promise<object> {
  const { data } = await siteSettings();
  const collections = await Promise.all(
    collectionNames.map(async (name) => {
      const { label, description } = collectionOf(name);
      const articles = (await allOf(name)) as Article[];
      return {
        collection: name,
        title: label,
        description,
        count: articles.length,
        updated: updatedOf(articles),
        url: absolute(apiAddress(name), site),
        schema: absolute(schemaAddress(name), site),
      };
    }),
  );
  return {
    version: '1',
    title: data.title,
    description: data.description,
    licence: await licence(),
    documentation: absolute('/open-data/', site),
    collections,
  };
}

export const apiSchema = (name: CollectionName, site: URL | undefined): object => ({
  $id: absolute(schemaAddress(name), site),
  ...apiSchemaOf(collectionOf(name), computed[name]?.schema),
});

/**
 * Rule: the latest day up to today on which anything in an entry or its records was published, changed, held, answered
 * or closed. Deadlines and end days are not changes. Computed from the content, so two builds of the same content
 * write the same file. Null if there is no such day.
 */
function updatedOf(articles: readonly Article[]): string | null {
  const now = today();
  return (
    articles
      .flatMap(({ collection, data }) => daysIn(collectionOf(collection).fields, data as Values))
      .filter((day) => day <= now)
      .sort()
      .at(-1) ?? null
  );
}

type Values = Readonly<Record<string, unknown>>;

/** Fields whose day counts as a change, besides those that cannot be in the future. */
const changeDays = new Set(['published', 'changed', 'issued', 'date', 'since', 'week', 'month']);

function daysIn(fields: Fields, values: Values): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name];
    if (field.kind === 'parts')
      return ((value ?? []) as Values[]).flatMap((part) => daysIn(field.fields, part));
    const isChange = changeDays.has(name) || (field.kind === 'day' && field.past === true);
    const isDay = field.kind === 'day' || field.kind === 'moment';
    return isDay && isChange && typeof value === 'string' ? [value.slice(0, 10)] : [];
  });
}

/** The checked data, with file names for pictures and Markdown for the text. */
function plainData(article: Article): Record<string, unknown> {
  const { fields } = collectionOf(article.collection);
  const { body = '' } = article.entry as { body?: string };
  const text = body.trim() === '' ? {} : { body };
  return { ...withoutPictures(fields, article.data as Record<string, unknown>), ...text };
}

function withoutPictures(fields: Fields, data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data)
      .filter(([name, value]) => name in fields && value !== undefined)
      .map(([name, value]) => {
        const field = fields[name];
        if (field?.kind === 'picture') {
          // Never `src`: Astro publishes the original as soon as it is read. See picture-sizes.ts.
          const { file, alt } = value as { file: string; alt: string };
          return [name, { src: file, alt }];
        }
        if (field?.kind === 'parts') {
          return [
            name,
            (value as Record<string, unknown>[]).map((part) => withoutPictures(field.fields, part)),
          ];
        }
        return [name, value];
      }),
  );
}

export const json = (value: object, type = 'application/json'): Response =>
  new Response(jsonSafe(value), { headers: { 'content-type': `${type}; charset=utf-8` } });
