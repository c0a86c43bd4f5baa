/**
 * What a device remembers of its reader's study, and how it is read back from text that may be old, cut off, written
 * by hand or by a newer release. What can be read is taken, the rest is counted and left out.
 */
export const version = 1;

export interface Study {
  /** By path, then by step: the day the reader called it done. */
  steps: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By path: the step visited last. */
  last: Readonly<Record<string, string>>;
  /** By question, `xieshang-ziche#4`: when it is to be asked again. */
  cards: Readonly<Record<string, StoredCard>>;
}

/** A card of ts-fsrs as JSON has it. */
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

/** A passage a reader marked, with or without words of their own. */
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
  /** How many pieces could not be read. */
  leftOut: number;
}

/** Whether this text is of a release that knows more than this one. */
export const isNewer = (raw: unknown): boolean => isRecord(raw) && Number(raw['version']) > version;

export function studyIn(raw: unknown): Read<Study> {
  const { steps, last, cards } = isRecord(raw) ? raw : {};
  const paths = pieces(steps, slug, (done) => (isRecord(done) ? pieces(done, step, text(day)) : undefined));
  const inPaths = Object.values(paths.value).reduce((sum, { leftOut }) => sum + leftOut, 0);
  const visited = pieces(last, slug, text(step));
  const kept = pieces(cards, question, cardIn);
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

/** The pieces of a record whose names and values are as they should be. */
function pieces<T>(
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
