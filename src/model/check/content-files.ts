import type { Coding } from '../files/decode-text.ts';
import type { FileFacts } from '../files/file-facts.ts';

/** A content folder in memory. Paths are below it, with `/`. */
export interface ContentFiles {
  /** Every `.md` file with its text. */
  texts: ReadonlyMap<string, string>;
  /** Every file, texts included. */
  paths: ReadonlySet<string>;
  /** Every `.csv` file with its text. Without this, their columns are not checked. */
  tables?: ReadonlyMap<string, string>;
  /** The encodings of texts and tables that are not UTF-8. */
  codings?: ReadonlyMap<string, Coding>;
  /** Facts from the bytes of pictures and documents. Without this, only their names are checked. */
  facts?: ReadonlyMap<string, FileFacts>;
}
