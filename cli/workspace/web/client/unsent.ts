/** The browser's question before answers that were typed and not sent are lost. */

function isChanged(field: Element): boolean {
  if (field instanceof HTMLInputElement) {
    return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
  }
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (!(field instanceof HTMLSelectElement)) return false;
  const initial = [...field.options].findIndex((option) => option.defaultSelected);
  return field.selectedIndex !== Math.max(initial, 0);
}

/** Asks before the page is left with answers other than the server put there. A sent form is no longer in the page. */
export function warnOfUnsent(form: HTMLFormElement): void {
  addEventListener('beforeunload', (event) => {
    if (form.isConnected && [...form.elements].some(isChanged)) event.preventDefault();
  });
}
