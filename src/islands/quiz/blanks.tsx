import { writingsOf } from '../../model/quiz/question-kinds.ts';
import { Mark } from './answering.tsx';
import type { AnswerControlProps } from './answering.tsx';

/** A text field for each gap of the text. */
export function Blanks({ question, anchor, given, mistakes, onGive }: AnswerControlProps) {
  const { options } = question;
  return (
    <ul className="options">
      {options.map(({ text }, place) => (
        // Gaps have no identity but their position.
        <li key={place}>
          <label className="option option--asking">
            <span className="option__text">
              {options.length === 1 ? '空里填' : `空 ${String(place + 1)} 填`}
            </span>
            <input
              className="option__blank"
              type="text"
              name={`${anchor}-${String(place)}`}
              autoComplete="off"
              value={given[place] ?? ''}
              onChange={({ target }) => {
                onGive(options.map((_, each) => (each === place ? target.value : (given[each] ?? ''))));
              }}
            />
            {mistakes?.includes(place) && <Mark isRight={false}>应填“{writingsOf(text)[0]}”</Mark>}
          </label>
        </li>
      ))}
    </ul>
  );
}
