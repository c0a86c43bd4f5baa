import { letterOf } from '../../model/quiz/presented-question.ts';
import { Mark } from './answering.tsx';
import type { AnswerControlProps } from './answering.tsx';

/** Pairs to be matched with select boxes. The second halves are listed above in full, with letters. */
export function Pairs({ question, anchor, given, mistakes, onGive }: AnswerControlProps) {
  const { options, shown } = question;
  return (
    <>
      <ul className="halves">
        {shown.map((place, at) => (
          <li key={place} className="halves__half">
            <span className="option__letter">{letterOf(at)}</span>
            {options[place]?.pair}
          </li>
        ))}
      </ul>
      <ul className="options">
        {options.map(({ text }, place) => (
          <li key={text}>
            <label className="option option--asking">
              <span className="option__text">{text}</span>
              <select
                className="option__select"
                name={`${anchor}-${String(place)}`}
                value={given[place] ?? ''}
                onChange={({ target }) => {
                  onGive(options.map((_, each) => (each === place ? target.value : (given[each] ?? ''))));
                }}
              >
                <option value="">配哪个</option>
                {shown.map((half, at) => (
                  <option key={half} value={half}>
                    {letterOf(at)} {options[half]?.pair}
                  </option>
                ))}
              </select>
              {mistakes?.includes(place) && (
                <Mark isRight={false}>应配 {letterOf(shown.indexOf(place))}</Mark>
              )}
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}
