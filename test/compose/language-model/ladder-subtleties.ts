// Statements about the made-up law of ladders, each changed in a way that a reader passes over.
import type { ReplyItem } from "../../../src/compose/language-model/reply.ts";
import { from, g4, g6, r11, r12, r7, r9, say1 } from "./ladder-places.ts";

/** Every one must be left out. */
export const subtle: readonly (readonly [string, ReplyItem])[] = [
  [
    "a condition “only if” dropped",
    say1("A ladder may be lent to a neighbour for the weekend.", from(r11)),
  ],
  [
    "one condition for all three",
    say1(
      "A ladder may be lent only if the authority consents in writing, or it has been inspected within the last 7 days, or the loan is entered in the book.",
      from(r11),
    ),
  ],
  [
    "within made after",
    say1("A copy of the ladder report must be sent to HMCI after 21 days.", from(r12)),
  ],
  [
    "within made before",
    say1("A copy of the ladder report must be sent to HMCI 21 days before the visit.", from(r12)),
  ],
  [
    "parties changed over",
    say1(
      "HMCI must send the registered person a copy of the ladder report within 21 days of the visit.",
      from(r12),
    ),
  ],
  [
    "a denial dropped",
    say1(
      "The registered person is required to notify a local authority that is also the placing authority.",
      from(r12),
    ),
  ],
  [
    "the right quotation with the key of another document",
    say1(
      "The registered person must send HMCI a copy of the ladder report within 21 days of the visit.",
      from(g6, "send HMCI a copy of its ladder report within 21 days of the visit"),
    ),
  ],
  [
    "two sources merged: the number of one with the duty of the other",
    say1(
      "The registered person must send HMCI a copy of the ladder report within 28 days of the visit.",
      from(r12),
      from(r7),
    ),
  ],
  [
    "two sources merged: the law's must with the Guide's time",
    say1(
      "The registered person must make a written note of each climb within 2 hours.",
      from(r9),
      from(g6),
    ),
  ],
  [
    "a threshold moved from one thing to another",
    say1(
      "A person may only be appointed as ladder keeper if that person has at least 21 years’ experience of looking after ladders.",
      from(r7),
    ),
  ],
  ["a date shifted by a month", say1("Regulation 12 comes into force on 1st May 2031.", from(r12))],
  [
    "provider for registered person",
    say1(
      "The registered provider must keep a written record of every inspection of a ladder for at least 15 years from the date of the last entry.",
      from(r9),
    ),
  ],
  [
    "a page made up",
    say1(
      "The Guide, page 14, paragraph 3.4, says that the registered person should review the ladder policy every 12 months.",
      from(g4),
    ),
  ],
  [
    "an ellipsis that hides a denial",
    say1(
      "The Regulations say that “the registered person is … required to notify a local authority”.",
      from(r12),
    ),
  ],
  [
    "a quotation that ends before the exception",
    say1("The Regulations say that “no ladder over 4 metres may be used indoors”.", from(r12)),
  ],
  [
    "a time limit given to another recipient",
    say1(
      "A copy of the ladder report must be sent to each placing authority within 21 days.",
      from(r12),
    ),
  ],
  [
    "orally for in writing",
    say1("The placing authority consents orally to the loan of a ladder.", from(r11)),
  ],
  [
    "the consent of another",
    say1(
      "A ladder may be lent to a neighbour only if the local authority consents in writing.",
      from(r11),
    ),
  ],
  [
    "an offence that nobody made",
    say1(
      "A registered person who does not keep a written record of every inspection of a ladder commits an offence.",
      from(r9),
    ),
  ],
  [
    "some for every",
    say1(
      "The registered person must keep a written record of some inspections of a ladder for at least 15 years from the date of the last entry.",
      from(r9),
    ),
  ],
];
