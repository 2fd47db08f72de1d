// Recognises what stands before its text at a distance: "(a)", "10.12", "28.—(1)", "•".

const number =
  /^[“"[(]{0,2}[A-Z]?\d{1,3}(?:\.\d{1,3})*[A-Z]*\.?[)\]]?[—–-]?(?:\(\s*\w{1,4}\s*\)){0,3}$/;
const letters = /^[“"[]?(?:\(\s*[\dA-Za-z]{1,5}\s*\)){1,3}\]?$|^[ivxlc]{1,5}[.)]$|^[A-Za-z][.)]?$/;
const mark = /^[^\p{L}\d]{1,2}$/u;

export function isLabelText(raw: string): boolean {
  const text = raw.trim();
  return number.test(text) || letters.test(text) || mark.test(text);
}

const amount = /^[–-]?[£$€]?\d[\d.,]*%?$/;
const negative = /^\([£$€]?\d[\d.,]*%?\)$/;

/** `547`, `3.5%`, `£1,200`: what stands in a column of figures. */
export function isAmount(raw: string): boolean {
  return amount.test(raw.trim());
}

/** `(12)` in accounts. After a number it is a paragraph's part: `2 (1)`. */
export function isNegative(raw: string): boolean {
  return negative.test(raw.trim());
}
