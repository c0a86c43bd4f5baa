import { useState } from 'react';
import { facetsOf } from '../../search/query/facets.ts';
import type { SearchResult } from '../../search/query/search-result.ts';
import { isElderView } from '../same-view.ts';
import { addressOfRequest, filterLabels } from './address.ts';
import type { SearchRequest } from './address.ts';

interface Props {
  result: SearchResult;
  request: SearchRequest;
  onAsk: (request: SearchRequest) => void;
}

/** Native selects work the same on a phone, by keyboard and with a screen reader. Filters with one value are left out. */
export function SearchFilters({ result, request, onAsk }: Props) {
  const { filters, sorting } = request;
  // On a phone and in the elder view the results come first, unless the address already has filters.
  const [isOpen] = useState(
    () =>
      (matchMedia('(min-width: 48rem)').matches && !isElderView()) ||
      addressOfRequest(request) !==
        addressOfRequest({ query: request.query, filters: {}, sorting: 'relevance' }),
  );
  const facets = facetsOf(result.index, result.matches, filters);
  const shown = Object.entries(filterLabels).flatMap(([name, label]) => {
    const options = facets.find((facet) => facet.name === name)?.options ?? [];
    return options.length > 1 || filters[name] !== undefined ? [{ name, label, options }] : [];
  });
  const choose = (name: string, value: string): void => {
    const { [name]: _, ...others } = filters;
    onAsk({ ...request, filters: value === '' ? others : { ...others, [name]: value } });
  };
  return (
    <details className="search-narrow" open={isOpen}>
      <summary className="search-narrow__title">
        筛选和排序{result.notes.missed !== undefined && '（数目只算已经查到的）'}
      </summary>
      <form
        className="search-filters"
        aria-label="筛选和排序"
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        {shown.map(({ name, label, options }) => (
          <label key={name} className="search-filter">
            <span className="search-filter__label">{label}</span>
            <select
              className="search-filter__select"
              name={name}
              value={filters[name] ?? ''}
              onChange={(event) => {
                choose(name, event.target.value);
              }}
            >
              <option value="">全部</option>
              {options.map(({ value, count }) => (
                <option key={value} value={value}>
                  {value}（{count}）
                </option>
              ))}
            </select>
          </label>
        ))}
        <label className="search-filter">
          <span className="search-filter__label">排序</span>
          <select
            className="search-filter__select"
            name="sort"
            value={sorting}
            onChange={(event) => {
              onAsk({ ...request, sorting: event.target.value === 'day' ? 'day' : 'relevance' });
            }}
          >
            <option value="relevance">最相关的在前</option>
            <option value="day">最新的在前</option>
          </select>
        </label>
        {Object.keys(filters).length > 0 && (
          <button
            className="search-plain"
            type="button"
            onClick={() => {
              onAsk({ ...request, filters: {} });
            }}
          >
            清除筛选
          </button>
        )}
      </form>
    </details>
  );
}
