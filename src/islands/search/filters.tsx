import { useState } from 'react';
import { facetsOf } from '../../search/query/facets.ts';
import type { SearchResult } from '../../search/query/query.ts';
import { isElderView } from '../same-view.ts';
import { addressOfQuestion, filterLabels } from './address.ts';
import type { Question } from './address.ts';

interface Props {
  answer: SearchResult;
  question: Question;
  onAsk: (question: Question) => void;
}

/** Native selects: the same on a phone, by keyboard and for a screen reader. Those with one value only stay away. */
export function SearchFilters({ answer, question, onAsk }: Props) {
  const { chosen, sorting } = question;
  // On a phone and in the elder view the results come first, unless the address already narrows them.
  const [isOpen] = useState(
    () =>
      (matchMedia('(min-width: 48rem)').matches && !isElderView()) ||
      addressOfQuestion(question) !==
        addressOfQuestion({ query: question.query, chosen: {}, sorting: 'relevance' }),
  );
  const facets = facetsOf(answer.shelf, answer.matches, chosen);
  const shown = Object.entries(filterLabels).flatMap(([name, label]) => {
    const options = facets.find((facet) => facet.name === name)?.options ?? [];
    return options.length > 1 || chosen[name] !== undefined ? [{ name, label, options }] : [];
  });
  const choose = (name: string, value: string): void => {
    const { [name]: _, ...others } = chosen;
    onAsk({ ...question, chosen: value === '' ? others : { ...others, [name]: value } });
  };
  return (
    <details className="search-narrow" open={isOpen}>
      <summary className="search-narrow__title">
        筛选和排序{answer.told.missed !== undefined && '（数目只算已经查到的）'}
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
              value={chosen[name] ?? ''}
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
              onAsk({ ...question, sorting: event.target.value === 'day' ? 'day' : 'relevance' });
            }}
          >
            <option value="relevance">最相关的在前</option>
            <option value="day">最新的在前</option>
          </select>
        </label>
        {Object.keys(chosen).length > 0 && (
          <button
            className="search-plain"
            type="button"
            onClick={() => {
              onAsk({ ...question, chosen: {} });
            }}
          >
            清除筛选
          </button>
        )}
      </form>
    </details>
  );
}
