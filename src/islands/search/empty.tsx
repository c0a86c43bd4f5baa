import type { SearchResult } from '../../search/query/query.ts';
import { addressOfQuestion } from './address.ts';
import type { Question } from './address.ts';
import type { ServiceDesk } from './search-page.tsx';

interface Props {
  answer: SearchResult;
  desk: ServiceDesk | undefined;
  onAsk: (question: Question) => void;
}

/** Nothing holds what was typed: what may have been meant, what to try, whom to ask. */
export function SearchEmpty({ answer, desk, onAsk }: Props) {
  if (answer.matches.length > 0) return null;
  return (
    <div className="search-empty">
      {answer.meant.length > 0 && (
        <p className="search-empty__meant">
          您是不是想找：
          {answer.meant.map((query) => {
            const question: Question = { query, chosen: {}, sorting: 'relevance' };
            return (
              <a
                key={query}
                className="chip"
                href={addressOfQuestion(question)}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  onAsk(question);
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
          还是找不到，可以打服务电话 <a href={`tel:${desk.phone.replace(/[\s-]/g, '')}`}>{desk.phone}</a>
          {desk.hours === undefined ? '' : `（${desk.hours}）`}，请人帮您找。
        </p>
      )}
    </div>
  );
}
