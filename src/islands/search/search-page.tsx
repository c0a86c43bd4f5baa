import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { cleanQuery } from '../../search/format/query-text.ts';
import { filterMatches } from '../../search/query/facets.ts';
import { hitsOf } from '../../search/query/hits.ts';
import { search } from '../../search/query/query.ts';
import type { SearchResult } from '../../search/query/search-result.ts';
import { retryOnNewRelease } from '../../search/engine/search-index.ts';
import { failureKindOf } from '../../search/engine/verified-fetch.ts';
import { replacePlainForm } from '../plain-form.ts';
import { addressOfRequest, limitQuery, requestFromAddress } from './address.ts';
import type { SearchRequest } from './address.ts';
import { SearchEmpty } from './empty.tsx';
import { SearchFilters } from './filters.tsx';
import { SearchForm } from './form.tsx';
import { useFocusFallback } from './lost-focus.ts';
import { RecentWords } from './recent-words.tsx';
import { forget, recent, remember } from './recent.ts';
import { SearchResults } from './results.tsx';
import type { ReadyState, SearchState, ServiceDesk } from './search-state.ts';
import { missedBy, statusOf } from './status.ts';

const pageSize = 10;

interface Props {
  /** Id of the plain form. */
  plain: string;
  base: string;
  desk: ServiceDesk | undefined;
}

/** Replaces the plain form: same fields, same address, results below. */
export default function SearchPage({ plain, base, desk }: Props) {
  // On a slow phone the reader may already be typing.
  const [typed] = useState(() => document.getElementById(plain)?.querySelector('input')?.value ?? '');
  const [request, setRequest] = useState(() => requestFromAddress(location.search));
  const [state, setState] = useState<SearchState>({ name: 'idle' });
  const [words, setWords] = useState(recent);
  const newest = useRef(0);
  /** The address of the request that is shown. */
  const shownAddress = useRef('');
  const status = useRef<HTMLParagraphElement>(null);
  useFocusFallback(status);
  useLayoutEffect(() => {
    replacePlainForm(document.getElementById(plain), () => document.getElementById('q')?.focus());
  }, [plain]);

  /** The results for a request; undefined when a newer request has started since. */
  async function find(wanted: SearchRequest, shown: number, again = false): Promise<ReadyState | undefined> {
    const turn = ++newest.current;
    // A known result is filtered at once, without a loading message.
    const isKnown = !again && state.name === 'ready' && state.result.query === cleanQuery(wanted.query);
    const known = isKnown ? state.result : undefined;
    if (!known) setState({ name: 'loading', query: wanted.query });
    try {
      const ready = await retryOnNewRelease(base, async (isRetry): Promise<ReadyState> => {
        const result = (isRetry ? undefined : known) ?? (await search(wanted.query, base));
        const list = listOf(result, wanted);
        const { hits, missed } = await hitsOf(result, list.slice(0, shown));
        const total = result.matches.length > 0 ? list.length : 0;
        return { name: 'ready', request: wanted, result, total, hits, missed };
      });
      return turn === newest.current ? ready : undefined;
    } catch (error) {
      if (turn === newest.current) throw error;
      return undefined;
    }
  }

  async function show(wanted: SearchRequest, shown = pageSize, again = false): Promise<void> {
    shownAddress.current = addressOfRequest(wanted);
    setRequest(wanted);
    if (wanted.query === '') {
      newest.current++;
      setState({ name: 'idle' });
      return;
    }
    try {
      const ready = await find(wanted, shown, again);
      if (!ready) return;
      setState(ready);
      if (ready.total > 0) setWords(remember(ready.result.query));
    } catch (error) {
      setState({ name: 'failed', query: wanted.query, failure: failureKindOf(error) });
    }
  }

  /** A new request gets a new address, so that the back button returns to the one before. */
  function ask(wanted: SearchRequest): void {
    const address = addressOfRequest(wanted);
    if (address !== addressOfRequest(requestFromAddress(location.search)))
      history.pushState(null, '', address);
    void show(wanted);
  }

  useEffect(() => {
    const follow = (): void => {
      const wanted = requestFromAddress(location.search);
      const shown = (history.state as { shown?: number } | null)?.shown;
      // Shorten an address whose query is over the limit.
      if (wanted.isCut) history.replaceState(history.state, '', addressOfRequest(wanted));
      // A link within the page changes the address, but is not a new request.
      if (addressOfRequest(wanted) !== shownAddress.current || shown !== undefined) void show(wanted, shown);
    };
    if (location.search !== '') follow();
    window.addEventListener('popstate', follow);
    return () => {
      window.removeEventListener('popstate', follow);
    };
    // `show` is new at each render. Later ones would use a known result; this one searches again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  async function more(before: ReadyState): Promise<void> {
    try {
      const ready = await find(before.request, before.hits.length + pageSize);
      if (!ready) return;
      // Titles without texts are not what the reader expects; pressing again may load everything.
      if (ready.missed && !before.missed) {
        setState({ ...before, more: { failed: ready.missed } });
        return;
      }
      setState({ ...ready, more: { added: ready.hits.length - before.hits.length } });
      // Coming back from a result, the reader finds as many as before.
      history.replaceState({ shown: ready.hits.length }, '');
      // After they are rendered.
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
        query={request.query}
        typed={typed}
        onAsk={(query) => {
          ask({ ...limitQuery(query), filters: {}, sorting: request.sorting });
        }}
      />
      <p ref={status} className="search-status" role="status" tabIndex={-1}>
        {statusOf(state)}
      </p>
      {missedBy(state) !== undefined && (
        <button className="search-more" type="button" onClick={() => void show(request, pageSize, true)}>
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
          {state.result.matches.length > 0 && (
            <SearchFilters result={state.result} request={request} onAsk={ask} />
          )}
          {state.total === 0 && state.result.notes.missed === undefined && (
            <SearchEmpty result={state.result} desk={desk} onAsk={ask} />
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

const listOf = (result: SearchResult, { filters, sorting }: SearchRequest) =>
  result.matches.length > 0 ? filterMatches(result.index, result.matches, filters, sorting) : result.near;
