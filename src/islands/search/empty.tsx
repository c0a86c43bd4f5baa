import type { SearchResult } from '../../search/query/search-result.ts';
import { telephoneAddress } from '../../site/telephone.ts';
import { addressOfRequest } from './address.ts';
import type { SearchRequest } from './address.ts';
import type { ServiceDesk } from './search-state.ts';

interface Props {
  result: SearchResult;
  desk: ServiceDesk | undefined;
  onAsk: (request: SearchRequest) => void;
}

/** For a query without matches: what may have been meant, what to try, whom to ask. */
export function SearchEmpty({ result, desk, onAsk }: Props) {
  if (result.matches.length > 0) return null;
  return (
    <div className="search-empty">
      {result.didYouMean.length > 0 && (
        <p className="search-empty__meant">
          您是不是想找：
          {result.didYouMean.map((query) => {
            const request: SearchRequest = { query, filters: {}, sorting: 'relevance' };
            return (
              <a
                key={query}
                className="chip"
                href={addressOfRequest(request)}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  onAsk(request);
                }}
              >
                {query}
              </a>
            );
          })}
        </p>
      )}
      <ul className="search-empty__tips">
        <li>少写几个字，只留最要紧的词，如“食堂”“停水”。</li>
        <li>换一个说法，或者用空格把两个词隔开，如“老人 送餐”。</li>
        <li>字写不准时，可以直接打拼音，如 laonianshitang。</li>
      </ul>
      {desk && (
        <p className="search-desk">
          还是找不到，可以打服务电话 <a href={telephoneAddress(desk.phone)}>{desk.phone}</a>
          {desk.hours === undefined ? '' : `（${desk.hours}）`}，请人帮您找。
        </p>
      )}
    </div>
  );
}
