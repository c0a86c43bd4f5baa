import type { ControlProps } from './control.tsx';

interface Choices {
  options: { value: string; label: string }[];
  multiple?: true;
}

/** A select for one option, or checkboxes for several. */
export function ChoiceControl(props: ControlProps<string | string[], Choices>) {
  const { id, label, className, value, options, onChange, onFocus, onBlur } = props;
  if (!options.multiple) {
    return (
      <select
        id={id}
        className={className}
        value={typeof value === 'string' ? value : ''}
        aria-describedby={`${id}-problems`}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        onFocus={onFocus}
        onBlur={onBlur}
      >
        <option value="">请选择</option>
        {options.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  const chosen = Array.isArray(value) ? value : [];
  return (
    <div id={id} role="group" aria-label={label} className={`${className} desk-choices`}>
      {options.options.map((option) => (
        <label key={option.value}>
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={(event) => {
              const others = chosen.filter((each) => each !== option.value);
              onChange(event.target.checked ? [...others, option.value] : others);
            }}
            onFocus={onFocus}
            onBlur={onBlur}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}

export function BooleanControl({ id, className, value, onChange, onFocus, onBlur }: ControlProps<boolean>) {
  return (
    <div className={`${className} desk-choices`}>
      <label>
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          onChange={(event) => {
            onChange(event.target.checked);
          }}
          onFocus={onFocus}
          onBlur={onBlur}
        />
        是
      </label>
    </div>
  );
}
