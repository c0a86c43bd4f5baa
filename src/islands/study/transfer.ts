/** Exports everything as one file, for another device or as a backup, and imports it again. */
import { amounts } from './amounts.ts';
import { isFromNewerRelease, mapped, notesIn, studyIn, version } from './records.ts';
import type { Note, Study } from './records.ts';
import { changeStudy, readNotes, readStudy, writeNotes } from './store.ts';

const kind = 'gongjian-study';
/** In characters: far more than years of study produce, and still within a browser's storage. */
const largest = 8_000_000;

export const fileName = (day: string): string => `${kind}-${day}.json`;

export const exported = (day: string): string =>
  JSON.stringify(
    {
      kind,
      version,
      exported: day,
      study: { version, ...readStudy() },
      notes: { version, notes: readNotes() },
    },
    null,
    2,
  );

export interface Imported {
  ok: boolean;
  /** Whole sentences for the reader. */
  message: string;
}

/** Merges a file into the stored data; of two states of the same item the later one wins. */
export function importText(text: string): Imported {
  const refused = refusal(text);
  if (refused !== undefined) return { ok: false, message: refused };
  const file = JSON.parse(text) as Record<string, unknown>;
  const study = studyIn(file['study']);
  const notes = notesIn(file['notes']);
  const brought = amounts(study.value, notes.value);
  const leftOut = study.leftOut + notes.leftOut;
  const skipped = leftOut > 0 ? `有 ${String(leftOut)} 处读不懂，没有导入。` : '';
  if (brought === '') return { ok: false, message: `这个文件里没有可以导入的内容。${skipped}` };
  changeStudy((own) => mergedStudy(own, study.value));
  if (notes.value.length > 0) writeNotes(mergedNotes(readNotes(), notes.value));
  return { ok: true, message: `已导入：${brought}。原来记着的都还在。${skipped}` };
}

function refusal(text: string): string | undefined {
  const choose = '请选从“我的学习”导出的文件，名字像 gongjian-study-2026-11-26.json。';
  if (text.trim() === '') return `这个文件是空的。${choose}`;
  if (text.length > largest) return `这个文件太大，不像是学习记录。${choose}`;
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return `这个文件读不出来，可能没有存完整，或者不是学习记录。${choose}`;
  }
  if (typeof raw !== 'object' || raw === null || (raw as { kind?: unknown }).kind !== kind)
    return `这个文件不是学习记录。${choose}`;
  const { study, notes } = raw as { study?: unknown; notes?: unknown };
  if ([raw, study, notes].some(isFromNewerRelease))
    return '这个文件是更新的版本导出的，这一页还看不懂。请刷新页面，再导入一次。';
  return undefined;
}

export const mergedStudy = (own: Study, other: Study): Study => ({
  steps: merged(own.steps, other.steps, (mine, theirs) => merged(mine, theirs, later)),
  last: { ...other.last, ...own.last },
  cards: merged(own.cards, other.cards, (mine, theirs) =>
    Date.parse(theirs.last_review) > Date.parse(mine.last_review) ? theirs : mine,
  ),
});

export function mergedNotes(own: readonly Note[], other: readonly Note[]): Note[] {
  const byId = (notes: readonly Note[]): Record<string, Note> =>
    Object.fromEntries(notes.map((note) => [note.id, note]));
  return Object.values(
    merged(byId(own), byId(other), (mine, theirs) => (theirs.day > mine.day ? theirs : mine)),
  );
}

const later = (a: string, b: string): string => (a < b ? b : a);

function merged<T>(
  own: Readonly<Record<string, T>>,
  other: Readonly<Record<string, T>>,
  both: (mine: T, theirs: T) => T,
): Record<string, T> {
  const common = mapped(own, (value) => value);
  for (const [key, theirs] of Object.entries(other)) {
    const mine = common[key];
    common[key] = mine === undefined ? theirs : both(mine, theirs);
  }
  return common;
}
