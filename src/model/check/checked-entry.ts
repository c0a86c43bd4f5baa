import type { CollectionName } from '../collection-types.ts';

/** What the checker needs to know about a rendered body. The renderer is passed in; the model does not import it. */
export interface ReadBody {
  headings: readonly { slug: string; text: string }[];
  /** All ids in the text; without this, only those of its headings. */
  places?: readonly string[];
  /** The id in the text for a name after `#`, in any of its spellings. */
  placeCalled?: (name: string) => string | undefined;
  links: readonly { href: string; line: number }[];
  pictures: readonly { src: string; line: number }[];
  /** The visible text, line by line. */
  passages?: readonly { line: number; text: string; pieces: readonly string[] }[];
  problems: readonly { line: number; message: string }[];
  /** The body shows nothing: one with only comments is as empty as one with only spaces. */
  empty?: boolean;
}

/** What the renderer must know about the page of the body. */
export interface BodyContext {
  /** The ids of the numbered parts on the page: `decisions-3`. */
  places: readonly string[];
  nearest: (name: string, places: ReadonlySet<string>) => string | undefined;
}

/** An entry after its own file was checked. */
export interface CheckedEntry<Body extends ReadBody = ReadBody> {
  collection: CollectionName;
  /** `content/activities/2026/0315-lianxi-huiyi/index.md` */
  file: string;
  /** Only correct values: fields with a problem are missing here. */
  data: Readonly<Record<string, unknown>>;
  /** The Markdown source. */
  body: string;
  /** The source has only spaces. */
  isBlank: boolean;
  /** The line of the file on which the body begins. */
  bodyLine: number;
  rendered: Body;
  /** The line of the file for each field that is present; for parts as `log.2` and `log.2.state`. */
  lines: Readonly<Record<string, number>>;
}

/** A checked entry with its place in the content folder and on the site. */
export interface Entry<Body extends ReadBody = ReadBody> extends CheckedEntry<Body> {
  slug: string;
  /** The folder below content/: `activities/2026/0315-lianxi-huiyi`. */
  folder: string;
  /** The address without the base path: `/activities/2026/0315-lianxi-huiyi/`. */
  address: string;
}
