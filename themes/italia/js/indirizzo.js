// What a form says, kept in the address of the page so that it can be shared.

const fieldsOf = (form) => [...form.elements].filter((field) => field.name && field.type !== 'hidden');

/** Fills the form with what the address says; what it says of no field, or of no choice, is left out. */
export function readAddress(form) {
  const said = new URLSearchParams(location.search);
  for (const field of fieldsOf(form)) {
    const value = said.get(field.name) ?? '';
    const known = field.tagName !== 'SELECT' || [...field.options].some((option) => option.value === value);
    field.value = known ? value : '';
  }
  return said;
}

/** Puts into the address what the form says, without what it leaves open. */
export function writeAddress(form, more = {}) {
  const said = new URLSearchParams(more);
  for (const field of fieldsOf(form)) if (field.value.trim()) said.set(field.name, field.value.trim());
  const query = said.toString();
  try {
    history.replaceState(null, '', (query ? `?${query}` : location.pathname) + location.hash);
  } catch {
    // Some browsers let no page from a disk change its address: it works all the same.
  }
}

/** Empties the form. */
export function clear(form) {
  for (const field of fieldsOf(form)) field.value = '';
}

/** The words that the page has for so many. */
export const say = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
