import type { Coding } from '../files/decode-text.ts';
import type { FileFacts } from '../files/file-facts.ts';

/** A content folder as text: paths below it, with `/`, as git and the web write them. */
export interface ContentFiles {
  /** Every `.md` file with its text. */
  texts: ReadonlyMap<string, string>;
  /** Every file, texts included. */
  paths: ReadonlySet<string>;
  /** Every `.csv` file with its text, where the caller has read them; without, their columns stay unchecked. */
  tables?: ReadonlyMap<string, string>;
  /** Texts and tables that are not saved as UTF-8, with what they are. */
  codings?: ReadonlyMap<string, Coding>;
  /** What pictures and documents are by their bytes, where the caller has read them; without, only names are looked at. */
  facts?: ReadonlyMap<string, FileFacts>;
}
