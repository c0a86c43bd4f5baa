import { startEngine, stoppedEngine } from '../engine/engine.ts';
import { currentStamp, foldQuery, isOutdated, openSearchIndex } from '../engine/search-index.ts';
import { fold } from '../format/fold.ts';
import { answerQuery } from './answer-query.ts';
import { FailureLog } from '../engine/failure-log.ts';
import { parseQuery } from './parsed-query.ts';
import { cleanQuery } from '../format/query-text.ts';
import type { SearchResult } from './search-result.ts';

/**
 * Searches the index at `base` (with slashes at both ends). Loads what it needs on first use. Rejects when even the
 * titles cannot be loaded, and when the site has another index by now: see `retryOnNewRelease`.
 */
export async function search(typed: string, base: string): Promise<SearchResult> {
  // Both load at the same time. Whether the engine runs is known when it is first used.
  const starting = startEngine(base, currentStamp());
  starting.catch(() => undefined);
  const index = await openSearchIndex(base);
  const cleaned = cleanQuery(typed);
  const failures = new FailureLog();
  const folding = (text: string): Promise<string> =>
    failures.attempt(() => foldQuery(index, text), fold(text).text);
  const query = await parseQuery(cleaned, folding);
  const empty: SearchResult = {
    query: cleaned,
    matches: [],
    near: [],
    phrases: [],
    notes: {},
    didYouMean: [],
    index,
  };
  if (query.phrase === '') return empty;
  const engine = await starting.catch((error: unknown) => stoppedEngine(error));
  const result = await answerQuery({ index, engine, failures, folding }, query, empty);
  const { missed } = failures;
  if (missed === undefined) return result;
  if (await isOutdated(index)) throw new Error('The site has another index by now.');
  const titlesOnly = engine.isStopped ? ({ titlesOnly: true } as const) : {};
  return { ...result, notes: { ...result.notes, missed, ...titlesOnly } };
}
