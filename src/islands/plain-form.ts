/**
 * Removes the plain form for readers without script, once its island is next to it. If the focus was in the form,
 * `moveFocus` gets the control that had it, which is no longer in the page then.
 *
 * The form is not in Astro's slot, which is emptied before a component can read what was typed.
 */
export function replacePlainForm(form: HTMLElement | null, moveFocus: (focused: Element) => void): void {
  const focused = document.activeElement;
  form?.remove();
  if (focused && form?.contains(focused)) moveFocus(focused);
}
