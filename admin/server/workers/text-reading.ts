import { headingIdOf } from '../../../src/markdown/heading-ids.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';
import { folderOf } from '../../../src/model/addresses/entry-addresses.ts';
import { checkText } from '../../../src/model/check/check-text.ts';
import type { CheckedText } from '../../../src/model/check/check-text.ts';
import type { ReadBody } from '../../../src/model/check/checked-entry.ts';
import { collectionOf, isCollectionName } from '../../../src/model/collections.ts';
import type { Collection } from '../../../src/model/define-collection.ts';
import type { Coding } from '../../../src/model/files/decode-text.ts';
import { fileMentions } from '../../../src/model/files/file-mentions.ts';
import type { FileMentions } from '../../../src/model/files/file-mentions.ts';
import { readEntryValues } from '../../../src/model/front-matter/entry-file.ts';

/** A text to read. `path` is below content/. */
export interface TextToRead {
  path: string;
  text: string;
  coding?: Coding | undefined;
}

/** Everything that the desk wants to know about one text. Plain data, made in another thread. */
export interface TextReading {
  /** On one line; undefined if the text has none. */
  title: string | undefined;
  /** The fields as they are written, without the body. */
  values: Readonly<Record<string, unknown>>;
  /** The folder that the fields ask for; undefined if it cannot be one. */
  folder: string | undefined;
  mentions: FileMentions;
  checked: CheckedText;
  /** It could not be read within the limits, so the rest is empty. */
  isTooMuch?: true;
}

/** Reads one text: the front matter, the rendered body, the checks of the file. It is rendered once for all of them. */
export function readText({ path, text, coding }: TextToRead): TextReading {
  const name = path.split('/', 1)[0] ?? '';
  const bodies = new Map<string, ReadBody>();
  const checked = checkText(path, text, coding, (markdown, _folder, around) => {
    const body = bodyFacts(renderMarkdown(markdown, around));
    bodies.set(markdown, body);
    return body;
  });
  if (!isCollectionName(name)) {
    return { title: undefined, values: {}, folder: undefined, mentions: noMentions, checked };
  }
  const collection = collectionOf(name);
  const values = valuesIn(collection, text);
  return {
    title: titleIn(values[collection.title]),
    values: withoutBody(collection, values),
    folder: folderIn(collection, values),
    mentions: fileMentions(collection, text, (markdown) => bodies.get(markdown) ?? renderMarkdown(markdown)),
    checked: light(checked),
  };
}

const noMentions: FileMentions = { meant: new Set(), unreadable: '' };

/** What checks between entries need. Functions and the HTML stay in the thread that made them. */
const bodyFacts = ({ headings, places, links, pictures, passages, problems, empty }: ReadBody): ReadBody => ({
  headings,
  places,
  links,
  pictures,
  passages,
  problems,
  empty,
});

/** Without the source and the visible text, which only the check of the file itself needs. */
function light({ entry, problems }: CheckedText): CheckedText {
  if (!entry) return { problems };
  const { passages: _, problems: __, ...rendered } = entry.rendered;
  return { entry: { ...entry, body: '', rendered: { ...rendered, problems: [] } }, problems };
}

/** The reading in the thread that asked for it, with the function that finds a place on the page. */
export function received(reading: TextReading): TextReading {
  const { entry } = reading.checked;
  if (!entry) return reading;
  const places = new Set(entry.rendered.places);
  const placeCalled = (name: string): string | undefined => {
    const id = headingIdOf(name);
    return places.has(id) ? id : undefined;
  };
  return {
    ...reading,
    checked: { ...reading.checked, entry: { ...entry, rendered: { ...entry.rendered, placeCalled } } },
  };
}

function valuesIn(collection: Collection, text: string): Record<string, unknown> {
  try {
    return readEntryValues(collection, text);
  } catch {
    // An entry with front matter that cannot be parsed is still listed.
    return {};
  }
}

function withoutBody(collection: Collection, values: Record<string, unknown>): Record<string, unknown> {
  const isBody = (name: string): boolean => collection.fields[name]?.kind === 'markdown';
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isBody(name)));
}

/** It goes into lists, messages and commits; a form takes far less, and says so. */
const longestTitle = 200;

function titleIn(title: unknown): string | undefined {
  const line = typeof title === 'string' ? title.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim() : '';
  return line === '' ? undefined : line.slice(0, longestTitle).replace(/\p{Cs}$/u, '');
}

function folderIn(collection: Collection, values: Record<string, unknown>): string | undefined {
  const folder = folderOf(collection, values);
  return /^[a-z]+(\/\d{4})?\/[a-z0-9-]+$/.test(folder) ? folder : undefined;
}
