import { fieldProps } from './control.tsx';
import type { ControlProps } from './control.tsx';

interface TextOptions {
  max?: number;
}

/** The number of characters, shown once half of the limit is used. */
function Count({ text, max }: { text: string; max: number | undefined }) {
  const length = [...text.trim()].length;
  if (max === undefined || length * 2 < max) return null;
  return (
    <span className={length > max ? 'desk-count desk-count--over' : 'desk-count'}>
      {length} / {max} 字
    </span>
  );
}

export function TextControl({ value = '', options, onChange, ...field }: ControlProps<string, TextOptions>) {
  return (
    <>
      <input
        {...fieldProps(field)}
        type="text"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <Count text={value} max={options.max} />
    </>
  );
}

export function LongTextControl({
  value = '',
  options,
  onChange,
  ...field
}: ControlProps<string, TextOptions>) {
  return (
    <>
      <textarea
        {...fieldProps(field)}
        rows={3}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <Count text={value} max={options.max} />
    </>
  );
}

interface NumberOptions {
  unit?: string;
}

/**
 * A text input for numbers. In a number input, the wheel and the arrow keys change the value by accident, and invalid
 * text such as “约 50” is lost; here it stays and the checker reports it.
 */
export function NumberControl({
  value,
  options,
  onChange,
  ...field
}: ControlProps<number | string, NumberOptions>) {
  return (
    <span className="desk-with-unit">
      <input
        {...fieldProps(field)}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={value ?? ''}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {options.unit}
    </span>
  );
}
