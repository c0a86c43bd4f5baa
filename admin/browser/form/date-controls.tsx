import { momentNow, today } from '../server-clock.ts';
import { fieldProps } from './control.tsx';
import type { ControlProps } from './control.tsx';

// With a last day, browsers take four digits for the year; without, a fifth slips in and the day is of another age.
const lastDay = '9999-12-31';

/** A day is text from the file to the field and back: nothing on the way knows a time zone. */
export function DayControl({ label, value = '', onChange, ...field }: ControlProps<string>) {
  return (
    <span className="desk-date">
      <input
        {...fieldProps(field)}
        type="date"
        value={value}
        max={lastDay}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <button
        type="button"
        className="desk-button"
        aria-label={`把“${label}”填为今天`}
        onClick={() => {
          onChange(today());
        }}
      >
        今天
      </button>
    </span>
  );
}

/** The same for a moment. The field shows Beijing time, wherever the browser is. */
export function MomentControl({ label, value = '', onChange, ...field }: ControlProps<string>) {
  return (
    <span className="desk-date">
      <input
        {...fieldProps(field)}
        type="datetime-local"
        value={value.replace(/(T\d\d:\d\d).*$/, '$1')}
        max={`${lastDay}T23:59`}
        onChange={(event) => {
          const [day = '', time = ''] = event.target.value.split('T');
          onChange(day === '' ? undefined : `${day}T${time.slice(0, 5)}:00+08:00`);
        }}
      />
      <button
        type="button"
        className="desk-button"
        aria-label={`把“${label}”填为现在`}
        onClick={() => {
          onChange(momentNow());
        }}
      >
        现在
      </button>
    </span>
  );
}
