import { useEffect, useMemo, useState } from 'react';
import { latestAnswer } from '../backend/latest-answer.ts';
import { findTargets } from './relation-targets.ts';
import type { FoundTargets } from './relation-targets.ts';

const step = 20;
/** The server returns no more at once. */
const most = 500;

interface Asked {
  words: string;
  size: number;
}

export interface RelationSearch {
  /** Undefined while the list is closed. */
  found: FoundTargets | undefined;
  /** The error message, if the search failed. */
  trouble: string | undefined;
  words: string;
  open: () => void;
  shut: () => void;
  /** `settled`: no input method is composing. */
  type: (words: string, settled: boolean) => void;
  /** Undefined if there are no more results. */
  showMore: (() => void) | undefined;
}

/** Searches possible targets while the editor types. */
export function useRelationSearch(to: string): RelationSearch {
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState<Asked>();
  const [found, setFound] = useState<FoundTargets>();
  const [trouble, setTrouble] = useState<string>();
  const ask = useMemo(
    () =>
      latestAnswer<FoundTargets | undefined>(
        (answer) => {
          setFound(answer);
          setTrouble(undefined);
        },
        (error) => {
          setTrouble(String(error));
        },
      ),
    [],
  );

  useEffect(() => {
    // Closing the list counts as a request, too, so that a late response does not open it again.
    if (!asked) {
      void ask(() => Promise.resolve(undefined));
      return undefined;
    }
    const search = asked.words.trim();
    const request = { pageSize: asked.size, ...(search === '' ? {} : { search }) };
    // Debounce typing, but not opening the list.
    const timer = setTimeout(() => void ask(() => findTargets(to, request)), search === '' ? 0 : 200);
    return () => {
      clearTimeout(timer);
    };
  }, [to, asked, ask]);

  const size = asked?.size ?? step;
  return {
    found,
    trouble,
    words,
    open: () => {
      setAsked((before) => before ?? { words, size: step });
    },
    shut: () => {
      setWords('');
      setAsked(undefined);
    },
    type: (next, settled) => {
      setWords(next);
      if (settled) setAsked({ words: next, size: step });
    },
    showMore:
      (found?.more ?? 0) > 0 && size < most
        ? () => {
            setAsked({ words, size: size + step });
          }
        : undefined,
  };
}
