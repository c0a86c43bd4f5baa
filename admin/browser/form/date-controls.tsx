import { momentNow, today } from '../server-clock.ts';
import { fieldProps } from './control.tsx';
import type { ControlProps } from './control.tsx';

// Without `max`, browsers accept years with more than four digits.
const lastDay = '9999-12-31';

/** A day is text everywhere, so no time zone can change it. */
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

/** The same for a moment, always shown in Beijing time. */
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
