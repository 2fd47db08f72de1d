// Takes the text of a cell; gives whether a spreadsheet program would take it for a formula.

/** What makes them do so (OWASP, "CSV Injection"), in full width as well. */
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

export function looksLikeFormula(text: string): boolean {
  return formula.test(text);
}
