import { flushSync } from 'react-dom';
import { Mark } from './answering.tsx';
import type { AnswerControlProps } from './answering.tsx';

/** Items to be put in order with two buttons each. No dragging, so it works by keyboard and for unsteady hands. */
export function Order({ question, given, mistakes, onGive }: AnswerControlProps) {
  const { options, shown } = question;
  const order = given.length > 0 ? given : shown.map(String);
  const textOf = (value: string): string => options[Number(value)]?.text ?? '';

  function move(from: number, by: number, button: HTMLElement): void {
    const to = from + by;
    const value = order[from] ?? '';
    const name = `“${textOf(value)}”`;
    if (to < 0 || to >= order.length) {
      onGive(given, `${name}已经在最${by < 0 ? '前' : '后'}面了。`);
      return;
    }
    const moved = order.filter((each) => each !== value);
    moved.splice(to, 0, value);
    // The button moves with its line and loses the focus.
    flushSync(() => {
      onGive(moved, `${name}排到第 ${String(to + 1)} 位，一共 ${String(order.length)} 项。`);
    });
    button.focus();
  }

  return (
    <ol className="options options--order">
      {order.map((value, at) => (
        <li key={value} className="option option--moving">
          <span className="option__letter">{at + 1}</span>
          <span className="option__text">{textOf(value)}</span>
          {mistakes ? (
            mistakes.includes(at) && <Mark isRight={false}>应排第 {Number(value) + 1}</Mark>
          ) : (
            <span className="option__moves">
              {([-1, 1] as const).map((by) => (
                <button
                  key={by}
                  className="button button--quiet"
                  type="button"
                  aria-label={`${by < 0 ? '上移' : '下移'}“${textOf(value)}”`}
                  aria-disabled={order[at + by] === undefined}
                  onClick={(event) => {
                    move(at, by, event.currentTarget);
                  }}
                >
                  {by < 0 ? '上移' : '下移'}
                </button>
              ))}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
