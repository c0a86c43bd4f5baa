import { letterOf } from '../../model/quiz/presented-question.ts';
import { judgements } from '../../model/quiz/question-kinds.ts';
import { Mark } from './answering.tsx';
import type { Answering } from './answering.tsx';

/** One of several, several of several, and right or wrong. */
export function Choices({ question, anchor, given, off, onGive }: Answering) {
  const { kind, options, truth } = question;
  const isMany = kind === 'multiple';
  const choices =
    kind === 'judge'
      ? Object.entries(judgements).map(([value, text]) => ({ value, text, right: value === truth, why: '' }))
      : options.map((option, place) => ({ ...option, value: String(place) }));
  return (
    <ul className="options">
      {choices.map(({ value, text, right, why }, place) => {
        const isChosen = given.includes(value);
        return (
          <li key={value}>
            <label className="option">
              <input
                className="option__input"
                type={isMany ? 'checkbox' : 'radio'}
                name={anchor}
                value={value}
                checked={isChosen}
                onChange={() => {
                  const others = isMany ? given.filter((each) => each !== value) : [];
                  onGive(isMany && isChosen ? others : [...others, value]);
                }}
              />
              {kind !== 'judge' && <span className="option__letter">{letterOf(place)}</span>}
              <span className="option__text">{text}</span>
              {off && (right === true || isChosen) && (
                <Mark isRight={right === true}>
                  {isChosen ? (right ? '选对了' : '选错了') : isMany ? '这项也对' : '对的是这项'}
                </Mark>
              )}
            </label>
            {off && why && <p className="option__why">{why}</p>}
          </li>
        );
      })}
    </ul>
  );
}
