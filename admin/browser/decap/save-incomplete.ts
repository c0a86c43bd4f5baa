interface Control {
  props: { value?: unknown };
}
type ControlClass = new (props: never) => object;

/**
 * Decap refuses to save while a required field is empty. A draft may wait for its summary until tomorrow: what is
 * missing is said by the checker, beside the field and at publishing. So Decap is told that there is something.
 */
export function saveIncomplete<C extends ControlClass>(Base: C): C {
  const Lenient = class extends (Base as unknown as new (props: never) => Control) {
    getValidateValue = (): string => 'something';
    isValid = (): { error: false } => ({ error: false });
  };
  return Lenient as unknown as C;
}
