// Takes a text; gives the telephone numbers and addresses that it prints.

/** Numbers of the United Kingdom as they are printed: `0300 123 1231`, `(0207) 946-0000`, `+44 20 7946 0000`, `0800 1111`. */
const telephone =
  /(?<![\w-])(?:\(?0[1-9]\d{1,3}\)?(?:[ -]?\d{2,4}){2,3}|0800 ?\d{4}|\+44[ \d()-]{9,})(?!\d)/;

/** `M1 2WD`, `SW1A 1AA`, and boxes of the post. */
const postal = /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\bP\.?O\.? Box \d/;

const email = /\b[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+/;

const web = /\bwww\.\w|\bhttps?:\/\//;

/** Whether it says how to reach someone, in whatever way. */
export function givesContact(text: string): boolean {
  return [telephone, postal, email, web].some((pattern) => pattern.test(text));
}
