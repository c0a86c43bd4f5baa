import { useEffect, useMemo, useState } from 'react';
import { latestAnswer } from '../backend/latest-answer.ts';
import { findTargets } from './relation-targets.ts';
import type { FoundTargets } from './relation-targets.ts';

const step = 20;
/** The server returns no more at once. */
const most = 500;

interface Query {
  words: string;
  size: number;
}

export interface RelationSearch {
  /** Undefined while the list is closed. */
  found: FoundTargets | undefined;
  /** The error message, if the search failed. */
  error: string | undefined;
  words: string;
  open: () => void;
  close: () => void;
  /** `settled`: no input method is composing. */
  type: (words: string, settled: boolean) => void;
  /** Undefined if there are no more results. */
  showMore: (() => void) | undefined;
}

/** Searches possible targets while the editor types. */
export function useRelationSearch(to: string): RelationSearch {
  const [words, setWords] = useState('');
  const [query, setQuery] = useState<Query>();
  const [found, setFound] = useState<FoundTargets>();
  const [error, setError] = useState<string>();
  const ask = useMemo(
    () =>
      latestAnswer<FoundTargets | undefined>(
        (answer) => {
          setFound(answer);
          setError(undefined);
        },
        (error) => {
          setError(String(error));
        },
      ),
    [],
  );

  useEffect(() => {
    // Closing the list counts as a request, too, so that a late response does not open it again.
    if (!query) {
      void ask(() => Promise.resolve(undefined));
      return undefined;
    }
    const search = query.words.trim();
    const request = { pageSize: query.size, ...(search === '' ? {} : { search }) };
    // Debounce typing, but not opening the list.
    const timer = setTimeout(() => void ask(() => findTargets(to, request)), search === '' ? 0 : 200);
    return () => {
      clearTimeout(timer);
    };
  }, [to, query, ask]);

  const size = query?.size ?? step;
  return {
    found,
    error,
    words,
    open: () => {
      setQuery((before) => before ?? { words, size: step });
    },
    close: () => {
      setWords('');
      setQuery(undefined);
    },
    type: (next, settled) => {
      setWords(next);
      if (settled) setQuery({ words: next, size: step });
    },
    showMore:
      (found?.more ?? 0) > 0 && size < most
        ? () => {
            setQuery({ words, size: size + step });
          }
        : undefined,
  };
}
