import { Component } from 'react';
import type { ComponentType } from 'react';
import { fromJS, isCollection } from 'immutable';
import type { Collection as ImmutableCollection, Map } from 'immutable';
import { FieldProblems } from './field-problems.tsx';

/** What Decap hands to a control of its form. */
interface DecapProps {
  field: Map<string, unknown>;
  value: unknown;
  forID: string;
  classNameWrapper: string;
  onChange: (value: unknown) => void;
  setActiveStyle: () => void;
  setInactiveStyle: () => void;
}

/** What a control of ours takes: plain values, and the options of its field as form-fields.ts wrote them. */
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

/** What ties a field to its label, to the checker's sentences under it and to Decap's frame round it. */
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
 * A control as Decap registers it: a class, for Decap calls its methods. The checker's sentences stand under it,
 * unless it says them itself.
 */
export function controlFor<Value, Options>(
  Inner: ComponentType<ControlProps<Value, Options>>,
  { saysProblems = false } = {},
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
          {saysProblems ? null : <FieldProblems label={label} empty={empty} id={forID} />}
        </>
      );
    }
  };
}
