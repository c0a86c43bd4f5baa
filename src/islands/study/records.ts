/**
 * What a device stores about its reader's study, and how to read it back from text that may be old, truncated, edited by
 * hand or written by a newer release. Readable parts are used; the others are counted and left out.
 */
export const version = 1;

export interface Study {
  /** By path, then by step: the day on which the reader marked it as done. */
  steps: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By path: the step visited last. */
  last: Readonly<Record<string, string>>;
  /** By question, `xieshang-ziche#4`: when it is due again. */
  cards: Readonly<Record<string, StoredCard>>;
}

/** A card of ts-fsrs in JSON. */
export interface StoredCard {
  due: string;
  stability: number;
  difficulty: number;
  elapsed_days: number;
  scheduled_days: number;
  learning_steps: number;
  reps: number;
  lapses: number;
  state: number;
  last_review: string;
}

/** A passage that a reader marked, with or without a text of their own. */
export interface Note {
  id: string;
  /** `/materials/xieshang-liubu/` */
  page: string;
  title: string;
  quote: string;
  /** Some text before and after the quotation, to find it again after an edit. */
  before: string;
  after: string;
  text: string;
  day: string;
}

export interface Read<T> {
  value: T;
  /** How many parts could not be read. */
  leftOut: number;
}

/** Whether this was written by a newer release than this one. */
export const isFromNewerRelease = (raw: unknown): boolean =>
  isRecord(raw) && Number(raw['version']) > version;

export function studyIn(raw: unknown): Read<Study> {
  const { steps, last, cards } = isRecord(raw) ? raw : {};
  const paths = validEntries(steps, slug, (done) =>
    isRecord(done) ? validEntries(done, step, text(day)) : undefined,
  );
  const inPaths = Object.values(paths.value).reduce((sum, { leftOut }) => sum + leftOut, 0);
  const visited = validEntries(last, slug, text(step));
  const kept = validEntries(cards, question, cardIn);
  return {
    value: {
      steps: mapped(paths.value, ({ value }) => value),
      last: visited.value,
      cards: kept.value,
    },
    leftOut: paths.leftOut + inPaths + visited.leftOut + kept.leftOut,
  };
}

export function notesIn(raw: unknown): Read<readonly Note[]> {
  const all = isRecord(raw) && Array.isArray(raw['notes']) ? (raw['notes'] as unknown[]) : [];
  const value = all.map(noteIn).filter((note) => note !== undefined);
  return { value, leftOut: all.length - value.length };
}

const slug = /^[a-z0-9-]{1,120}$/;
const step = /^[a-z]{1,40}\/[a-z0-9-]{1,120}$/;
const question = /^[a-z0-9-]{1,120}#\d{1,3}$/;
const day = /^\d{4}-\d\d-\d\d$/;

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const text =
  (pattern: RegExp) =>
  (raw: unknown): string | undefined =>
    typeof raw === 'string' && pattern.test(raw) ? raw : undefined;

/** The entries of a record with valid names and values. */
function validEntries<T>(
  raw: unknown,
  name: RegExp,
  read: (value: unknown) => T | undefined,
): Read<Record<string, T>> {
  const all = isRecord(raw) ? Object.entries(raw) : [];
  const known = all.flatMap(([key, value]): [string, T][] => {
    const found = name.test(key) ? read(value) : undefined;
    return found === undefined ? [] : [[key, found]];
  });
  return { value: Object.fromEntries(known), leftOut: all.length - known.length };
}

export const mapped = <T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));

const numbers = [
  'stability',
  'difficulty',
  'elapsed_days',
  'scheduled_days',
  'learning_steps',
  'reps',
  'lapses',
  'state',
] as const;

function cardIn(raw: unknown): StoredCard | undefined {
  if (!isRecord(raw)) return undefined;
  const moments = [raw['due'], raw['last_review']];
  const isWhole =
    moments.every((moment) => typeof moment === 'string' && !Number.isNaN(Date.parse(moment))) &&
    numbers.every((name) => typeof raw[name] === 'number' && Number.isFinite(raw[name]));
  return isWhole ? (raw as unknown as StoredCard) : undefined;
}

const noteTexts = ['id', 'page', 'title', 'quote', 'before', 'after', 'text', 'day'] as const;

function noteIn(raw: unknown): Note | undefined {
  if (!isRecord(raw) || !noteTexts.every((name) => typeof raw[name] === 'string')) return undefined;
  const note = Object.fromEntries(noteTexts.map((name) => [name, raw[name]])) as unknown as Note;
  return note.id !== '' && /^\/[^/]/.test(note.page) && day.test(note.day) ? note : undefined;
}
