import type { CollectionName } from '../collection-types.ts';

/** What the checker asks of a body. The renderer answers it; the model knows no renderer. */
export interface ReadBody {
  headings: readonly { slug: string; text: string }[];
  /** Every id in the text; without, its headings alone are known. */
  places?: readonly string[];
  /** The id in the text that a name behind `#` means, in whatever way it is written. */
  placeCalled?: (name: string) => string | undefined;
  links: readonly { href: string; line: number }[];
  pictures: readonly { src: string; line: number }[];
  /** What readers will read, line by line. */
  passages?: readonly { line: number; text: string; pieces: readonly string[] }[];
  problems: readonly { line: number; message: string }[];
  /** Readers would see nothing of it: a body of comments is as empty as one of blanks. */
  empty?: boolean;
}

/** What the renderer cannot know of the page a text will stand in. */
export interface AroundBody {
  /** Ids of the page's own parts: `decisions-3`. */
  places: readonly string[];
  nearest: (name: string, places: ReadonlySet<string>) => string | undefined;
}

/** An entry as far as one file alone can tell. */
export interface CheckedEntry<Body extends ReadBody = ReadBody> {
  collection: CollectionName;
  /** `content/activities/2026/0315-lianxi-huiyi/index.md` */
  file: string;
  /** Only what was right: fields with a problem are missing here. */
  data: Readonly<Record<string, unknown>>;
  /** The Markdown as written. */
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
  rendered: Body;
  /** Line of the file for each field that is present, for sentences about it; parts as `log.2` and `log.2.state`. */
  lines: Readonly<Record<string, number>>;
}

export interface Entry<Body extends ReadBody = ReadBody> extends CheckedEntry<Body> {
  slug: string;
  /** Folder below content/: `activities/2026/0315-lianxi-huiyi`. */
  folder: string;
  /** Address before any base path: `/activities/2026/0315-lianxi-huiyi/`. */
  address: string;
}
