import { useEffect, useMemo, useState } from 'react';
import { latestAnswer } from '../backend/latest-answer.ts';
import { findTargets } from './relation-targets.ts';
import type { FoundTargets } from './relation-targets.ts';

const step = 20;
/** Nobody reads further down a list; the server gives no more at once. */
const most = 500;

interface Asked {
  words: string;
  size: number;
}

export interface RelationSearch {
  /** Undefined while the list is shut. */
  found: FoundTargets | undefined;
  /** Why there is no answer. */
  trouble: string | undefined;
  words: string;
  open: () => void;
  shut: () => void;
  /** `settled`: no input method is still composing what was typed. */
  type: (words: string, settled: boolean) => void;
  /** Missing where the list ends. */
  showMore: (() => void) | undefined;
}

/** What can be pointed at, looked for while somebody types. */
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
    // Shutting the list is a question, too: an answer that is still on its way must not open it again.
    if (!asked) {
      void ask(() => Promise.resolve(undefined));
      return undefined;
    }
    const search = asked.words.trim();
    const request = { pageSize: asked.size, ...(search === '' ? {} : { search }) };
    // Between two keys there is a moment; opening the list needs none.
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
