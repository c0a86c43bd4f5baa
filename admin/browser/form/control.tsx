import { Component } from 'react';
import type { ComponentType } from 'react';
import { fromJS, isCollection } from 'immutable';
import type { Collection as ImmutableCollection, Map } from 'immutable';
import { FieldProblems } from './field-problems.tsx';

/** The props that Decap passes to a widget control. */
interface DecapProps {
  field: Map<string, unknown>;
  value: unknown;
  forID: string;
  classNameWrapper: string;
  onChange: (value: unknown) => void;
  setActiveStyle: () => void;
  setInactiveStyle: () => void;
}

/** The props of our controls: plain values, and the field options from form-fields.ts. */
export interface ControlProps<Value, Options = object> {
  id: string;
  label: string;
  className: string;
  value: Value | undefined;
  options: Options;
  onChange: (value: Value | undefined) => void;
  onFocus: () => void;
  onBlur: () => void;
}

/** Props that connect an input to its label, its problems and Decap's wrapper. */
export const fieldProps = ({
  id,
  className,
  onFocus,
  onBlur,
}: Pick<ControlProps<unknown>, 'id' | 'className' | 'onFocus' | 'onBlur'>) => ({
  id,
  className,
  onFocus,
  onBlur,
  'aria-describedby': `${id}-problems`,
});

/**
 * Wraps a control for Decap: a class, because Decap calls its methods. Shows the problems of the field below it, unless
 * the control does so itself.
 */
export function controlFor<Value, Options>(
  Inner: ComponentType<ControlProps<Value, Options>>,
  { showsOwnProblems = false } = {},
) {
  return class HubControl extends Component<DecapProps> {
    override render() {
      const { field, value, forID, classNameWrapper, onChange, setActiveStyle, setInactiveStyle } =
        this.props;
      const plain = isCollection(value) ? (value as ImmutableCollection<unknown, unknown>).toJS() : value;
      const label = String(field.get('label'));
      const empty = plain === undefined || plain === '' || (Array.isArray(plain) && plain.length === 0);
      return (
        <>
          <Inner
            id={forID}
            label={label}
            className={classNameWrapper}
            value={(plain ?? undefined) as Value | undefined}
            options={field.toJS() as Options}
            onChange={(next) => {
              onChange(typeof next === 'object' ? fromJS(next) : (next ?? ''));
            }}
            onFocus={setActiveStyle}
            onBlur={setInactiveStyle}
          />
          {showsOwnProblems ? null : <FieldProblems label={label} empty={empty} id={forID} />}
        </>
      );
    }
  };
}
