import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { cleanQuery } from '../../search/query/query-text.ts';
import { filterMatches } from '../../search/query/facets.ts';
import { hitsOf } from '../../search/query/hits.ts';
import type { Hit } from '../../search/query/hits.ts';
import { search } from '../../search/query/query.ts';
import type { SearchResult } from '../../search/query/query.ts';
import { acrossReleases } from '../../search/engine/search-index.ts';
import { failureKindOf } from '../../search/engine/verified-fetch.ts';
import type { FailureKind } from '../../search/engine/verified-fetch.ts';
import { takePlaceOf } from '../plain-form.ts';
import { addressOfQuestion, cut, questionOfAddress } from './address.ts';
import type { Question } from './address.ts';
import { SearchEmpty } from './empty.tsx';
import { SearchFilters } from './filters.tsx';
import { SearchForm } from './form.tsx';
import { useLostFocus } from './lost-focus.ts';
import { RecentWords } from './recent-words.tsx';
import { forget, recent, remember } from './recent.ts';
import { SearchResults } from './results.tsx';
import { missedBy, statusOf } from './status.ts';

const pageSize = 10;

export interface ServiceDesk {
  phone: string;
  hours: string | undefined;
}

export type State =
  | { name: 'idle' }
  | { name: 'loading'; query: string }
  | Ready
  | { name: 'failed'; query: string; trouble: FailureKind };

export interface Ready {
  name: 'ready';
  question: Question;
  answer: SearchResult;
  total: number;
  hits: Hit[];
  /** Why some are shown without their texts. */
  missed: FailureKind | undefined;
  /** What became of the last press on “再显示”. */
  more?: { added: number } | { failed: FailureKind };
}

interface Props {
  /** Id of the plain form. */
  plain: string;
  base: string;
  desk: ServiceDesk | undefined;
}

/** Takes the place of the plain form: same fields, same address, results below. */
export default function SearchPage({ plain, base, desk }: Props) {
  // On a slow phone somebody is typing already.
  const [typed] = useState(() => document.getElementById(plain)?.querySelector('input')?.value ?? '');
  const [question, setQuestion] = useState(() => questionOfAddress(location.search));
  const [state, setState] = useState<State>({ name: 'idle' });
  const [words, setWords] = useState(recent);
  const newest = useRef(0);
  /** The address whose question is shown. */
  const shownAddress = useRef('');
  const status = useRef<HTMLParagraphElement>(null);
  useLostFocus(status);
  useLayoutEffect(() => {
    takePlaceOf(document.getElementById(plain), () => document.getElementById('q')?.focus());
  }, [plain]);

  /** What an address asks for; undefined when a newer question has come meanwhile. */
  async function find(asked: Question, shown: number, again = false): Promise<Ready | undefined> {
    const turn = ++newest.current;
    // Filters of an answer that is already here change it at once, without a word in between.
    const isKnown = !again && state.name === 'ready' && state.answer.query === cleanQuery(asked.query);
    const known = isKnown ? state.answer : undefined;
    if (!known) setState({ name: 'loading', query: asked.query });
    try {
      const ready = await acrossReleases(base, async (isAnew): Promise<Ready> => {
        const answer = (isAnew ? undefined : known) ?? (await search(asked.query, base));
        const list = listOf(answer, asked);
        const { hits, missed } = await hitsOf(answer, list.slice(0, shown));
        const total = answer.matches.length > 0 ? list.length : 0;
        return { name: 'ready', question: asked, answer, total, hits, missed };
      });
      return turn === newest.current ? ready : undefined;
    } catch (error) {
      if (turn === newest.current) throw error;
      return undefined;
    }
  }

  async function show(asked: Question, shown = pageSize, again = false): Promise<void> {
    shownAddress.current = addressOfQuestion(asked);
    setQuestion(asked);
    if (asked.query === '') {
      newest.current++;
      setState({ name: 'idle' });
      return;
    }
    try {
      const ready = await find(asked, shown, again);
      if (!ready) return;
      setState(ready);
      if (ready.total > 0) setWords(remember(ready.answer.query));
    } catch (error) {
      setState({ name: 'failed', query: asked.query, trouble: failureKindOf(error) });
    }
  }

  /** A new address for a new question, so that the back button leads to the one before. */
  function ask(asked: Question): void {
    const address = addressOfQuestion(asked);
    if (address !== addressOfQuestion(questionOfAddress(location.search)))
      history.pushState(null, '', address);
    void show(asked);
  }

  useEffect(() => {
    const follow = (): void => {
      const asked = questionOfAddress(location.search);
      const shown = (history.state as { shown?: number } | null)?.shown;
      // An address that asks for more than is looked for becomes one that does not.
      if (asked.isCut) history.replaceState(history.state, '', addressOfQuestion(asked));
      // A link within the page changes the address, but asks for nothing.
      if (addressOfQuestion(asked) !== shownAddress.current || shown !== undefined) void show(asked, shown);
    };
    if (location.search !== '') follow();
    window.addEventListener('popstate', follow);
    return () => {
      window.removeEventListener('popstate', follow);
    };
    // `show` is made anew at each render; those of later renders find a known answer, this one asks again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  async function more(before: Ready): Promise<void> {
    try {
      const ready = await find(before.question, before.hits.length + pageSize);
      if (!ready) return;
      // Titles without texts are no more of the same; whoever presses again may get the whole.
      if (ready.missed && !before.missed) {
        setState({ ...before, more: { failed: ready.missed } });
        return;
      }
      setState({ ...ready, more: { added: ready.hits.length - before.hits.length } });
      // Coming back from a result, the reader finds as many as before.
      history.replaceState({ shown: ready.hits.length }, '');
      // When they stand.
      setTimeout(() =>
        document.querySelectorAll<HTMLElement>('.search-result__title')[before.hits.length]?.focus(),
      );
    } catch (error) {
      setState({ ...before, more: { failed: failureKindOf(error) } });
    }
  }

  return (
    <>
      <SearchForm
        base={base}
        query={question.query}
        typed={typed}
        onAsk={(query) => {
          ask({ ...cut(query), chosen: {}, sorting: question.sorting });
        }}
      />
      <p ref={status} className="search-status" role="status" tabIndex={-1}>
        {statusOf(state)}
      </p>
      {missedBy(state) !== undefined && (
        <button className="search-more" type="button" onClick={() => void show(question, pageSize, true)}>
          再试一次
        </button>
      )}
      {state.name === 'idle' && (
        <RecentWords
          words={words}
          onForget={() => {
            setWords(forget());
          }}
        />
      )}
      {state.name === 'ready' && (
        <>
          {state.answer.matches.length > 0 && (
            <SearchFilters answer={state.answer} question={question} onAsk={ask} />
          )}
          {state.total === 0 && state.answer.told.missed === undefined && (
            <SearchEmpty answer={state.answer} desk={desk} onAsk={ask} />
          )}
          <SearchResults state={state} pageSize={pageSize} onMore={() => void more(state)} />
        </>
      )}
      {missedBy(state) !== undefined && desk && (
        <p className="search-desk">也可以打服务电话 {desk.phone} 问一问。</p>
      )}
    </>
  );
}

const listOf = (answer: SearchResult, { chosen, sorting }: Question) =>
  answer.matches.length > 0 ? filterMatches(answer.shelf, answer.matches, chosen, sorting) : answer.near;
