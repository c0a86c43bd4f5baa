import { writingsOf } from '../../model/quiz/question-kinds.ts';
import { Mark } from './answering.tsx';
import type { Answering } from './answering.tsx';

/** A line to write on for each gap of the text. */
export function Blanks({ question, anchor, given, off, onGive }: Answering) {
  const { options } = question;
  return (
    <ul className="options">
      {options.map(({ text }, place) => (
        // Gaps have nothing but their place.
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
            {off?.includes(place) && <Mark isRight={false}>应填“{writingsOf(text)[0]}”</Mark>}
          </label>
        </li>
      ))}
    </ul>
  );
}
