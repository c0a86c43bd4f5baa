import type { ExcerptPart } from '../../search/query/excerpt.ts';
import type { Hit } from '../../search/query/hits.ts';
import { chineseDay } from '../../site/dates.ts';
import { inSameView } from '../same-view.ts';
import type { ReadyState } from './search-state.ts';

interface Props {
  state: ReadyState;
  pageSize: number;
  onMore: () => void;
}

export function SearchResults({ state: { result, total, hits, missed }, pageSize, onMore }: Props) {
  const isNear = result.matches.length === 0 && hits.length > 0;
  return (
    <>
      {isNear && <h2 className="search-near">相近的页面</h2>}
      <ol
        className="search-results"
        data-search-results=""
        data-total={total}
        data-state="ready"
        data-missed={missed ?? result.notes.missed}
        data-near={isNear ? hits.length : undefined}
      >
        {hits.map((hit) => (
          <Result key={hit.page} hit={hit} />
        ))}
      </ol>
      {hits.length < total && (
        <button className="search-more" type="button" onClick={onMore}>
          再显示 {Math.min(pageSize, total - hits.length)} 个
        </button>
      )}
    </>
  );
}

/** Browsers with text fragments scroll to the words themselves, others to their heading. */
const knowsDirectives = 'fragmentDirective' in document;

function Result({ hit }: { hit: Hit }) {
  return (
    <li className="search-result">
      {hit.address === undefined ? (
        <span className="search-result__title">
          <Marked parts={hit.title} />
        </span>
      ) : (
        <a className="search-result__title" href={inSameView(hit.address)}>
          <Marked parts={hit.title} />
        </a>
      )}
      {hit.excerpt.length > 0 && (
        <p className="search-result__excerpt">
          <Marked parts={hit.excerpt} />
        </p>
      )}
      {hit.sections.length > 0 && (
        <p className="search-result__parts">
          <span>见：</span>
          {hit.sections.map((part) => (
            <a
              key={part.address}
              className="search-result__part"
              href={inSameView(part.address) + (knowsDirectives ? part.directive : '')}
            >
              <Marked parts={part.title} />
            </a>
          ))}
        </p>
      )}
      <p className="search-result__about">
        {hit.section}
        {hit.section !== '' && hit.day !== '' && ' · '}
        {hit.day !== '' && <time dateTime={hit.day}>{chineseDay(hit.day)}</time>}
      </p>
    </li>
  );
}

function Marked({ parts }: { parts: readonly ExcerptPart[] }) {
  return parts.map((part, index) => (part.marked ? <mark key={index}>{part.text}</mark> : part.text));
}
