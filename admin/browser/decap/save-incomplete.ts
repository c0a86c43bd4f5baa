interface Control {
  props: { value?: unknown };
}
type ControlClass = new (props: never) => object;

/**
 * Decap refuses to save while a required field is empty, but an unfinished draft must be saveable. The checker reports
 * missing values under the field and at publishing. So every field reports a value to Decap's validation.
 */
export function saveIncomplete<C extends ControlClass>(Base: C): C {
  const Lenient = class extends (Base as unknown as new (props: never) => Control) {
    getValidateValue = (): string => 'something';
    isValid = (): { error: false } => ({ error: false });
  };
  return Lenient as unknown as C;
}
