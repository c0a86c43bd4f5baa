import { addressOf } from '../addresses/entry-addresses.ts';
import { collectionNames, collectionOf } from '../collections.ts';
import type { CollectionName } from '../collections.ts';
import { withRealNames } from '../files/file-finder.ts';
import { withoutRepetition } from '../problems.ts';
import type { Problem } from '../problems.ts';
import { withBodyLine } from '../check/check-entry.ts';
import { checkRelations, nameOf } from '../check/check-relations.ts';
import { folderOfText } from '../check/check-text.ts';
import type { Entry, ReadBody } from '../check/checked-entry.ts';
import { ContentIndex } from './content-index.ts';
import type { ContentFile } from './content-index.ts';
import { NotedReads } from './noted-reads.ts';

export interface ContentCheckOptions {
  /** Reject sample content. */
  production?: boolean | undefined;
}

/** What a change would do, while it is tried: every problem, however many. */
export interface TriedChange {
  problemsOf(path: string): Problem[];
  /** The problems that the content did not have before the change, in any file. */
  added(): Problem[];
}

type Changes = ReadonlyMap<string, ContentFile | undefined>;

interface Outdated {
  problems: Problem[];
  reads: ReadonlySet<string>;
}

/**
 * The checks of a whole content folder, kept up to date: a change repeats only the checks that looked at something it
 * touches. Paths are below content/.
 */
export class ContentCheck<Body extends ReadBody = ReadBody> {
  readonly #options: ContentCheckOptions;
  readonly #index = new ContentIndex();
  /** Each entry with the real names of its files, by the path of its text. */
  readonly #entries = new Map<string, Entry<Body>>();
  readonly #placings = new NotedReads();
  /** The problems between an entry and others, by the path of its text. A missing one has to be made again. */
  readonly #relations = new Map<string, Problem[]>();
  readonly #relationReads = new NotedReads();
  /** Texts in each folder of a collection. */
  readonly #texts = new Map<string, Set<string>>();
  /** While a change is tried: the relations that it has made outdated. */
  #outdated: Map<string, Outdated> | undefined;

  constructor(options: ContentCheckOptions = {}) {
    this.#options = options;
  }

  /** The entry of a text, if it could be read. */
  entry(path: string): Entry<Body> | undefined {
    return this.#entries.get(path);
  }

  /** Sets the moment of the next checks. A moment before the last one repeats everything. */
  setMoment(now: string | undefined): void {
    const { moment } = this.#index;
    if (now === moment) return;
    this.#index.moment = now;
    const isLater = now !== undefined && moment !== undefined && now.length === moment.length && now > moment;
    const stale = isLater ? this.#relationReads.readersOf('now') : [...this.#relations.keys()];
    for (const path of stale) this.#forgetRelations(path);
  }

  /** Adds, replaces and removes files. */
  update(changes: Changes): void {
    const touched = new Set<string>();
    const toPlace = new Set<string>();
    for (const [path, file] of changes) {
      for (const fact of this.#index.setFile(path, file)) touched.add(fact);
      if (path.endsWith('.md')) {
        toPlace.add(path);
        this.#countText(path, file !== undefined);
      }
    }
    for (const fact of touched) for (const path of this.#placings.readersOf(fact)) toPlace.add(path);
    for (const path of toPlace) for (const fact of this.#place(path)) touched.add(fact);
    for (const path of toPlace) this.#forgetRelations(path);
    for (const fact of touched) {
      for (const path of this.#relationReads.readersOf(fact)) this.#forgetRelations(path);
    }
  }

  /** Every problem, by file. */
  problems(): Problem[] {
    const paths = [...this.#texts.values()].flatMap((each) => [...each]).sort();
    return [...paths.flatMap((path) => this.problemsOf(path)), ...this.missing()];
  }

  problemsOf(path: string): Problem[] {
    return withoutRepetition(this.#allProblemsOf(path));
  }

  #allProblemsOf(path: string): Problem[] {
    const own = this.#index.file(path)?.checked?.problems ?? [];
    const entry = this.#entries.get(path);
    if (!entry) return own;
    return [...own, ...this.#relationsOf(path, entry)].map((problem) => ({
      ...withBodyLine(problem, entry),
      title: nameOf(entry),
    }));
  }

  /** The required single entries that do not exist. */
  missing(): Problem[] {
    return collectionNames
      .filter((name) => this.#isMissing(name))
      .map((name) => ({
        file: `content/${name}/index.md`,
        message: `缺少${collectionOf(name).label}，请建立这个文件。`,
      }));
  }

  /** Applies a change, asks about the result, and takes the change back. */
  tried<T>(changes: Changes, ask: (change: TriedChange) => T): T {
    for (const [path, entry] of this.#entries) this.#relationsOf(path, entry);
    const before = new Map([...changes.keys()].map((path) => [path, this.#index.file(path)]));
    const missing = this.missing();
    const outdated = new Map<string, Outdated>();
    this.#outdated = outdated;
    const added = (): Problem[] => {
      const texts = [...changes.keys()].filter((path) => path.endsWith('.md'));
      const paths = [...new Set([...texts, ...outdated.keys()])].sort();
      const inFiles = paths.flatMap((path) => {
        const file = before.has(path) ? before.get(path) : this.#index.file(path);
        const known = [...(file?.checked?.problems ?? []), ...(outdated.get(path)?.problems ?? [])];
        return newProblems(known, this.#index.file(path) ? this.#allProblemsOf(path) : []);
      });
      return [...inFiles, ...newProblems(missing, this.missing())];
    };
    try {
      this.update(changes);
      return ask({ problemsOf: (path) => this.#allProblemsOf(path), added });
    } finally {
      this.#outdated = undefined;
      this.update(before);
      for (const [path, { problems, reads }] of outdated) {
        this.#relations.set(path, problems);
        this.#relationReads.note(path, reads);
      }
    }
  }

  #relationsOf(path: string, entry: Entry): Problem[] {
    const known = this.#relations.get(path);
    if (known) return known;
    this.#index.reads = new Set();
    const problems = checkRelations(entry, this.#index, this.#options);
    this.#relations.set(path, problems);
    this.#relationReads.note(path, this.#index.reads);
    return problems;
  }

  #forgetRelations(path: string): void {
    const problems = this.#relations.get(path);
    if (!problems) return;
    if (this.#outdated && !this.#outdated.has(path)) {
      this.#outdated.set(path, { problems, reads: this.#relationReads.factsOf(path) });
    }
    this.#relations.delete(path);
    this.#relationReads.forget(path);
  }

  /** Makes the entry of a text again. Returns the facts that this touches. */
  #place(path: string): string[] {
    const old = this.#entries.get(path);
    const touched = old ? this.#index.removeEntry(old) : [];
    this.#entries.delete(path);
    this.#placings.forget(path);
    const checked = this.#index.file(path)?.checked?.entry;
    if (!checked) return touched;
    const folder = folderOfText(path);
    const collection = collectionOf(checked.collection);
    this.#index.reads = new Set();
    const data = withRealNames(collection.fields, checked.data, folder, this.#index.find);
    this.#placings.note(path, this.#index.reads);
    const slug = typeof data['slug'] === 'string' ? data['slug'] : (folder.split('/').at(-1) ?? '');
    const address = addressOf(collection, { ...data, slug });
    const entry = { ...checked, data, slug, folder, address } as Entry<Body>;
    this.#entries.set(path, entry);
    return [...touched, ...this.#index.addEntry(entry)];
  }

  #countText(path: string, isThere: boolean): void {
    const name = path.split('/', 1)[0] ?? '';
    const texts = this.#texts.get(name) ?? new Set();
    if (isThere) this.#texts.set(name, texts.add(path));
    else if (texts.delete(path) && texts.size === 0) this.#texts.delete(name);
  }

  #isMissing(name: CollectionName): boolean {
    const { single, neededWith } = collectionOf(name);
    if (single === undefined || this.#texts.get(name)?.has(`${name}/index.md`)) return false;
    return neededWith === undefined || neededWith.some((other) => this.#texts.has(other));
  }
}

/** The problems of `after` that were not there before, whatever their lines. */
function newProblems(before: readonly Problem[], after: readonly Problem[]): Problem[] {
  const known = new Set(before.map(sentence));
  return after.filter((problem) => !known.has(sentence(problem)));
}

const sentence = ({ file, message }: Problem): string => `${file}\n${message}`;
