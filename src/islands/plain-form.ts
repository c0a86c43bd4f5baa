/**
 * Takes away the plain form that readers without script use, once its island stands beside it. Whoever is in the form
 * already goes on in the island: `goOn` is given the control that had the focus, out of the page by then.
 *
 * The form does not stand in Astro's slot for it: Preact empties that before a component could read what was typed.
 */
export function takePlaceOf(form: HTMLElement | null, goOn: (held: Element) => void): void {
  const held = document.activeElement;
  form?.remove();
  if (held && form?.contains(held)) goOn(held);
}
