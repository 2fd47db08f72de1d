// Takes the text of a statement; tells whether it gives a telephone number or an address rather than a duty.

/** Numbers of the United Kingdom as they are printed: `0300 123 1231`, `(0207) 946-0000`, `+44 20 7946 0000`, `0800 1111`. */
const telephone =
  /(?<![\w-])(?:\(?0[1-9]\d{1,3}\)?(?:[ -]?\d{2,4}){2,3}|0800 ?\d{4}|\+44[ \d()-]{9,})(?!\d)/;

/** `M1 2WD`, `SW1A 1AA`, and boxes of the post. */
const postal = /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\bP\.?O\.? Box \d/;

const email = /\b[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+/;

/** Of one person: "Ann Keeper, ann.keeper@…". */
const personal = /\b(\p{L}{2,}) (\p{L}{2,})\b.*\b\1\.\2\d*@/isu;

const named =
  /\b(?:contact|call|ring|email|e-mail|write to|speak to) (?:Mr|Mrs|Ms|Miss|Dr|Prof)\b/i;

const binding = /\b(?:must|should|shall|required?|needs? to|has to|have to)\b/i;

/**
 * Telephone numbers, postal addresses and mailboxes of single persons always count. The mailbox of a body does not where
 * the statement says what must or should be done: "notify HMCI at …" is a duty first.
 */
export function isContactDetail(text: string): boolean {
  if (telephone.test(text) || postal.test(text) || named.test(text)) return true;
  if (!email.test(text)) return false;
  return personal.test(text) || !binding.test(text);
}
