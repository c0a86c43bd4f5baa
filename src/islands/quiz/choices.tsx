import { letterOf } from '../../model/quiz/presented-question.ts';
import { judgements } from '../../model/quiz/question-kinds.ts';
import { Mark } from './answering.tsx';
import type { AnswerControlProps } from './answering.tsx';

/** Single choice, multiple choice, and true or false. */
export function Choices({ question, anchor, given, mistakes, onGive }: AnswerControlProps) {
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
              {mistakes && (right === true || isChosen) && (
                <Mark isRight={right === true}>
                  {isChosen ? (right ? '选对了' : '选错了') : isMany ? '这项也对' : '对的是这项'}
                </Mark>
              )}
            </label>
            {mistakes && why && <p className="option__why">{why}</p>}
          </li>
        );
      })}
    </ul>
  );
}
