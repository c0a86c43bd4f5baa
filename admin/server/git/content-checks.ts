import { momentInBeijing } from '../../../src/model/calendar-days.ts';
import { ContentCheck } from '../../../src/model/incremental/content-check.ts';
import type { TriedChange } from '../../../src/model/incremental/content-check.ts';
import type { ContentFile } from '../../../src/model/incremental/content-index.ts';
import { extensionOf, keptTypes } from '../../../src/model/files/file-names.ts';
import type { FileFacts } from '../../../src/model/files/file-facts.ts';
import { withoutRepetition } from '../../../src/model/problems.ts';
import type { Problem } from '../../../src/model/problems.ts';
import type { TextReadings } from '../entries/text-readings.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { TooMuchWork } from '../workers/text-work.ts';
import type { ContentChange, Listing, Snapshots } from './content-snapshots.ts';
import { pathsIn } from './content-snapshots.ts';

export interface ChangeProblems {
  /** The problems of the entry itself. */
  own: Problem[];
  /** The problems that the change adds anywhere, those of the entry included. */
  caused: Problem[];
}

/** A list that somebody can read, and that a browser can show. A deleted entry can leave wrong links in thousands. */
const mostListed = 300;

export function listed(all: readonly Problem[]): Problem[] {
  const problems = withoutRepetition(all);
  const { file = '' } = problems[0] ?? {};
  if (problems.length <= mostListed) return problems;
  const message = `一共有 ${String(problems.length)} 处需要修改，这里只列出前 ${String(mostListed)} 处。改好后再保存，会列出其余的。`;
  return [...problems.slice(0, mostListed), { file, message }];
}

/** The checks of the build, for the desk. They follow main, and a change is tried on what main has now. */
export class ContentChecks {
  readonly #check: ContentCheck;
  readonly #snapshots: Snapshots;
  readonly #readings: TextReadings;
  /** The listing that `#check` has. */
  #listing: Listing = new Map();
  readonly #queue = createSerialQueue();

  constructor(production: boolean, snapshots: Snapshots, readings: TextReadings) {
    this.#check = new ContentCheck({ production });
    this.#snapshots = snapshots;
    this.#readings = readings;
  }

  /** The problems of the entry in a folder, after a change of `published`; without a change, those it has now. */
  async problemsOf(published: Listing, folder: string, change?: ContentChange): Promise<Problem[]> {
    const path = `${folder}/index.md`;
    if (!change) return this.#at(published, () => this.#check.problemsOf(path));
    return this.#tried(published, change, (after) => after.problemsOf(path));
  }

  problemsAfter(published: Listing, change: ContentChange, folder?: string): Promise<ChangeProblems> {
    return this.#tried(published, change, (after) => ({
      own: folder === undefined ? [] : after.problemsOf(`${folder}/index.md`),
      caused: after.added(),
    }));
  }

  /** Reads all of main, so that the first save does not wait for it. */
  async prepare(published: Listing): Promise<void> {
    await this.#at(published, () => this.#check.problems());
  }

  async #tried<T>(published: Listing, change: ContentChange, ask: (after: TriedChange) => T): Promise<T> {
    const fresh = await this.#read(change.files);
    const removed = change.folders.flatMap((folder) => pathsIn(published, folder));
    const changes = new Map([...removed.map((path) => [path, undefined] as const), ...fresh]);
    return this.#at(published, () => this.#check.tried(changes, ask));
  }

  /** One after another, because the checks follow one version of main at a time. */
  #at<T>(published: Listing, ask: () => T): Promise<T> {
    return this.#queue(async () => {
      if (this.#listing !== published) {
        this.#check.update(await this.#differences(published));
        this.#listing = published;
      }
      this.#check.setMoment(momentInBeijing(new Date()));
      return ask();
    });
  }

  async #differences(published: Listing): Promise<Map<string, ContentFile | undefined>> {
    const gone = [...this.#listing.keys()].filter((path) => !published.has(path));
    const fresh = [...published].filter(([path, { id }]) => this.#listing.get(path)?.id !== id);
    const read = await this.#read(new Map(fresh));
    return new Map([...gone.map((path) => [path, undefined] as const), ...read]);
  }

  /** A file that is too much to decode is not uploaded; one that came in another way is only known by its name. */
  #facts(id: string): Promise<FileFacts | undefined> {
    return this.#snapshots.facts(id).catch((error: unknown) => {
      if (error instanceof TooMuchWork) return undefined;
      throw error;
    });
  }

  async #read(files: Listing): Promise<Map<string, ContentFile>> {
    const texts = [...files].filter(([path]) => path.endsWith('.md')).map(([path, { id }]) => ({ path, id }));
    const readings = await Promise.all(this.#readings.all(texts));
    const checked = new Map(texts.map(({ path }, index) => [path, readings[index]!.checked]));
    const all = [...files].map(async ([path, { id }]): Promise<[string, ContentFile]> => {
      const text = checked.get(path);
      if (text) return [path, { checked: text }];
      const table = path.endsWith('.csv') ? await this.#snapshots.decoded(id) : undefined;
      const facts = keptTypes.includes(extensionOf(path)) ? await this.#facts(id) : undefined;
      return [path, { table: table?.text, coding: table?.coding, facts }];
    });
    return new Map(await Promise.all(all));
  }
}
