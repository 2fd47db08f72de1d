// Takes the text of a statement; tells whether it gives a telephone number or an address rather than a duty.
import { email, postal, telephone } from "../text/contacts.ts";

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
