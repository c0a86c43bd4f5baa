import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { createRoot } from 'react-dom/client';
import { search } from '../search/query.ts';
import type { Answer } from '../search/query.ts';
import { hitsOf } from '../search/hits.ts';
import type { Hit } from '../search/hits.ts';

const pageSize = 10;

/** Takes the place of the plain form: same fields, same address, results below. */
export function mountSearch(host: HTMLElement): void {
  createRoot(host).render(<SearchPage base={host.dataset['base'] ?? '/'} />);
}

type State =
  | { name: 'idle' }
  | { name: 'loading'; query: string }
  | { name: 'ready'; query: string; answer: Answer; hits: Hit[] }
  | { name: 'failed'; query: string };

const queryOfAddress = (): string => new URLSearchParams(location.search).get('q')?.trim() ?? '';

function SearchPage({ base }: { base: string }) {
  const [text, setText] = useState(queryOfAddress);
  const [state, setState] = useState<State>({ name: 'idle' });
  const newest = useRef(0);

  async function ask(query: string): Promise<void> {
    const turn = ++newest.current;
    if (query === '') {
      setState({ name: 'idle' });
      return;
    }
    setState({ name: 'loading', query });
    try {
      const answer = await search(query, base);
      const hits = await hitsOf(answer, listOf(answer).slice(0, pageSize));
      // A slower answer to an earlier question must not cover a newer one.
      if (turn === newest.current) setState({ name: 'ready', query, answer, hits });
    } catch {
      if (turn === newest.current) setState({ name: 'failed', query });
    }
  }

  useEffect(() => {
    const follow = (): void => {
      const query = queryOfAddress();
      setText(query);
      void ask(query);
    };
    follow();
    window.addEventListener('popstate', follow);
    return () => {
      window.removeEventListener('popstate', follow);
    };
    // `ask` is made anew at each render but uses only setters and a ref.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const query = text.trim();
    if (query !== queryOfAddress())
      history.pushState(null, '', query === '' ? '?' : `?q=${encodeURIComponent(query)}`);
    void ask(query);
  }

  async function more(shown: Extract<State, { name: 'ready' }>): Promise<void> {
    const next = await hitsOf(
      shown.answer,
      listOf(shown.answer).slice(shown.hits.length, shown.hits.length + pageSize),
    );
    setState({ ...shown, hits: [...shown.hits, ...next] });
  }

  return (
    <>
      <form className="search-form" role="search" action={`${base}search/`} onSubmit={submit}>
        <label className="search-form__label" htmlFor="q">
          搜索全站
        </label>
        <input
          id="q"
          className="search-form__input"
          name="q"
          type="search"
          value={text}
          autoComplete="off"
          enterKeyHint="search"
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <button className="search-form__button" type="submit">
          搜索
        </button>
      </form>
      <p className="search-status" role="status">
        {sentence(state)}
      </p>
      {state.name === 'ready' && <Results state={state} onMore={() => void more(state)} />}
    </>
  );
}

const listOf = ({ matches, near }: Answer) => (matches.length > 0 ? matches : near);

function sentence(state: State): string {
  switch (state.name) {
    case 'idle':
      return '输入几个字，如“老年食堂”。';
    case 'loading':
      return `正在查找“${state.query}”……`;
    case 'failed':
      return '没有连上网站，请检查网络后再按一次“搜索”。';
    case 'ready':
      if (state.answer.near.length > 0)
        return `没有页面完整写着“${state.query}”，下面的页面含有这些字，供参考。`;
      if (state.answer.matches.length === 0) return `没有找到“${state.query}”。请少写几个字，或换一个说法。`;
      return `找到 ${String(state.answer.matches.length)} 个含有“${state.query}”的页面。`;
  }
}

function Results({ state, onMore }: { state: Extract<State, { name: 'ready' }>; onMore: () => void }) {
  const { answer, hits } = state;
  return (
    <>
      <ol
        className="search-results"
        data-search-results
        data-total={answer.matches.length}
        data-state="ready"
      >
        {hits.map((hit) => (
          <li key={hit.address} className="search-result">
            <a className="search-result__title" href={hit.address}>
              {hit.title.map(({ text }) => text).join('')}
            </a>
            <p className="search-result__excerpt">
              {hit.excerpt.map((part, index) =>
                part.marked ? <mark key={index}>{part.text}</mark> : part.text,
              )}
            </p>
            <p className="search-result__about">{[hit.section, hit.day].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ol>
      {hits.length < answer.matches.length && (
        <button className="search-more" type="button" onClick={onMore}>
          再显示 {Math.min(pageSize, answer.matches.length - hits.length)} 个
        </button>
      )}
    </>
  );
}
