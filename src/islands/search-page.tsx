import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { narrowed } from '../search/facets.ts';
import { hitsOf } from '../search/hits.ts';
import type { Hit } from '../search/hits.ts';
import { search } from '../search/query.ts';
import type { Answer } from '../search/query.ts';
import { addressOfQuestion, questionOfAddress } from './search-address.ts';
import type { Question } from './search-address.ts';
import { SearchEmpty } from './search-empty.tsx';
import { SearchFilters } from './search-filters.tsx';
import { SearchForm } from './search-form.tsx';
import { forget, recent, remember } from './search-recent.ts';
import { SearchResults } from './search-results.tsx';
import { statusOf } from './search-status.ts';

const pageSize = 10;

/** Takes the place of the plain form: same fields, same address, results below. */
export function mountSearch(host: HTMLElement): void {
  const { base = '/', phone, hours } = host.dataset;
  const desk = phone === undefined ? undefined : { phone, hours };
  createRoot(host).render(<SearchPage base={base} desk={desk} />);
}

export interface ServiceDesk {
  phone: string;
  hours: string | undefined;
}

export type State =
  | { name: 'idle' }
  | { name: 'loading'; query: string }
  | { name: 'ready'; question: Question; answer: Answer; total: number; hits: Hit[] }
  | { name: 'failed'; query: string };

function SearchPage({ base, desk }: { base: string; desk: ServiceDesk | undefined }) {
  const [question, setQuestion] = useState(() => questionOfAddress(location.search));
  const [state, setState] = useState<State>({ name: 'idle' });
  const [words, setWords] = useState(recent);
  const newest = useRef(0);

  async function show(asked: Question, shown = pageSize): Promise<void> {
    const turn = ++newest.current;
    setQuestion(asked);
    if (asked.query === '') {
      setState({ name: 'idle' });
      return;
    }
    // Filters of an answer that is already here change it at once, without a word in between.
    const known = state.name === 'ready' && state.answer.query === asked.query ? state.answer : undefined;
    if (!known) setState({ name: 'loading', query: asked.query });
    try {
      const answer = known ?? (await search(asked.query, base));
      const list = listOf(answer, asked);
      const hits = await hitsOf(answer, list.slice(0, shown));
      // A slower answer to an earlier question must not cover a newer one.
      if (turn !== newest.current) return;
      const total = answer.matches.length > 0 ? list.length : 0;
      setState({ name: 'ready', question: asked, answer, total, hits });
      if (total > 0) setWords(remember(asked.query));
    } catch {
      if (turn === newest.current) setState({ name: 'failed', query: asked.query });
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
      const shown = (history.state as { shown?: number } | null)?.shown;
      void show(questionOfAddress(location.search), shown);
    };
    follow();
    window.addEventListener('popstate', follow);
    return () => {
      window.removeEventListener('popstate', follow);
    };
    // `show` is made anew at each render; those of later renders find a known answer, this one asks again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  async function more(ready: Extract<State, { name: 'ready' }>): Promise<void> {
    const list = listOf(ready.answer, ready.question);
    const next = await hitsOf(ready.answer, list.slice(ready.hits.length, ready.hits.length + pageSize));
    const hits = [...ready.hits, ...next];
    setState({ ...ready, hits });
    // Coming back from a result, the reader finds as many as before.
    history.replaceState({ shown: hits.length }, '');
  }

  return (
    <>
      <SearchForm
        base={base}
        query={question.query}
        onAsk={(query) => {
          ask({ query, chosen: {}, sorting: question.sorting });
        }}
      />
      <p className="search-status" role="status">
        {statusOf(state)}
      </p>
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
            <SearchFilters answer={state.answer} question={state.question} onAsk={ask} />
          )}
          {state.total === 0 && <SearchEmpty answer={state.answer} desk={desk} onAsk={ask} />}
          <SearchResults state={state} pageSize={pageSize} onMore={() => void more(state)} />
        </>
      )}
      {state.name === 'failed' && desk && (
        <p className="search-desk">也可以打服务电话 {desk.phone} 问一问。</p>
      )}
    </>
  );
}

const listOf = (answer: Answer, { chosen, sorting }: Question) =>
  answer.matches.length > 0 ? narrowed(answer.shelf, answer.matches, chosen, sorting) : answer.near;

/** What was found before, on this device only. */
function RecentWords({ words, onForget }: { words: readonly string[]; onForget: () => void }) {
  if (words.length === 0) return null;
  return (
    <section className="search-recent" aria-label="最近找过">
      <h2 className="search-recent__title">最近找过</h2>
      <ul className="link-row">
        {words.map((word) => (
          <li key={word}>
            <a className="chip" href={`?q=${encodeURIComponent(word)}`}>
              {word}
            </a>
          </li>
        ))}
      </ul>
      <p className="search-recent__note">
        这些词只记在这台设备上。
        <button className="search-plain" type="button" onClick={onForget}>
          全部清除
        </button>
      </p>
    </section>
  );
}
