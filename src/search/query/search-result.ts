import type { SearchIndex } from '../engine/search-index.ts';
import type { FailureKind } from '../engine/verified-fetch.ts';
import type { PageMatch } from './ranking.ts';

export interface SearchResult {
  /** As `cleanQuery` returns it. */
  query: string;
  /** Pages that contain what was asked for, best first. */
  matches: PageMatch[];
  /** Similar pages; empty when there are matches. */
  near: PageMatch[];
  /** What is marked in the excerpts. */
  phrases: string[];
  /** What readers should know about how these pages were found. */
  notes: SearchNotes;
  /** Words that sound the same and do occur. */
  didYouMean: string[];
  index: SearchIndex;
}

export interface SearchNotes {
  /** Other words that were searched for as well. */
  synonyms?: string[];
  /** Found by pronunciation; `too` where other pages contain the letters themselves. */
  pinyin?: 'only' | 'too';
  /** Found in titles without their punctuation: 条例五处修改 is 条例：五处修改. */
  unmarked?: true;
  /** The similar pages contain all these words, but not next to each other. */
  apart?: string[];
  /** Why a part of the index could not be read: there may be more pages than these. */
  missed?: FailureKind;
  /** Only titles were searched: the engine does not run here, or could not be loaded. */
  titlesOnly?: true;
}
