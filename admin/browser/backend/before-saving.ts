import { folderOf } from '../../../src/model/addresses/entry-addresses.ts';
import { normalised } from '../../../src/model/text/characters.ts';
import type { Collection } from '../../../src/model/define-collection.ts';
import { isDay, isMoment } from '../../../src/model/calendar-days.ts';
import { quoted } from '../../../src/model/problems.ts';
import { slugPattern } from '../../../src/model/front-matter/read-field.ts';
import { momentNow, serverNow, today } from '../server-clock.ts';
import { suggestSlug } from './suggest-slug.ts';

type Values = Record<string, unknown>;

/**
 * Fills in the slug and the publication time. Throws a message for the editor when the entry cannot be saved yet
 * because its folder name is unknown; all other fields may be missing in a draft.
 */
export function withDefaults(collection: Collection, values: Readonly<Values>, now = serverNow()): Values {
  const filled: Values = { ...values };
  if (collection.single) return filled;
  // Remove invisible characters first, so that an empty-looking title counts as empty.
  for (const key of ['slug', collection.title]) {
    const value = filled[key];
    if (typeof value === 'string') filled[key] = normalised(value).trim();
  }
  const { published, slug } = collection.fields;
  if (published && isMissing(values['published'])) {
    if (published.kind === 'moment') filled['published'] = momentNow(now);
    if (published.kind === 'day') filled['published'] = today(now);
  }
  if (slug && isMissing(values['slug'])) {
    if (isMissing(filled[collection.title]))
      throw new MessageError(requiredMessage(collection, collection.title));
    requireDate(collection, filled);
    filled['slug'] = suggestSlug(collection, filled);
  }
  if (!slugPattern.test(String(filled['slug']))) {
    throw new MessageError(
      `“${slug?.label ?? '网址名'}”只能用小写字母、数字和短横，如 0315-lianxi-huiyi，改好后再保存。`,
    );
  }
  requireDate(collection, filled);
  return filled;
}

/** Decap's slug for an entry with these values: its folder inside the collection, and `index`. */
export function entrySlugOf(collection: Collection, values: Readonly<Values>): string {
  if (collection.single) return collection.name;
  return `${folderOf(collection, values).slice(collection.name.length + 1)}/index`;
}

/** Decap shows the error as text; without the class name in front. */
class MessageError extends Error {
  override toString(): string {
    return this.message;
  }
}

const isMissing = (value: unknown): boolean => typeof value !== 'string' || value.trim() === '';

const requiredMessage = (collection: Collection, field: string): string =>
  `请先填写“${collection.fields[field]?.label ?? field}”，再保存。`;

/** The folder contains the year of the date. */
function requireDate(collection: Collection, values: Readonly<Values>): void {
  if (!collection.byYear || !collection.date) return;
  const date = values[collection.date];
  if (isMissing(date)) throw new MessageError(requiredMessage(collection, collection.date));
  if (isDay(String(date)) || isMoment(String(date))) return;
  const seen = quoted(String(date).replace(/(T\d\d:\d\d).*$/, '$1'));
  throw new MessageError(`${requiredMessage(collection, collection.date)}现在写的是${seen}，请核对年月日。`);
}
