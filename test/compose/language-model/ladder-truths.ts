// Statements about the made-up law of ladders that are faithful to it, in its words and in others.
import type { ReplyItem } from "../../../src/compose/language-model/reply.ts";
import {
  charter,
  from,
  g4,
  g5,
  g6,
  plan,
  r10,
  r11,
  r12,
  r7,
  r8,
  r9,
  say1,
} from "./ladder-places.ts";

/** Every one must be shown, with nothing found. */
export const faithful: readonly ReplyItem[] = [
  say1(
    "The registered provider must appoint a ladder keeper within 28 days of opening the home, unless the home has no ladder.",
    from(r7, "must appoint a ladder keeper within 28 days of opening the home"),
  ),
  say1(
    "Unless the home has no ladder, the registered provider has four weeks from opening to appoint a ladder keeper.",
    from(r7),
  ),
  say1(
    "Under regulation 7(2), a ladder keeper must have at least two years’ experience of looking after ladders and must have reached the age of 21.",
    from(r7, "has at least two years’ experience of looking after ladders"),
  ),
  say1(
    "HMCI and each placing authority must be notified without delay if a child is injured by a ladder in the home.",
    from(r8),
  ),
  say1(
    "If a child is injured by a ladder, the registered person must without delay notify HMCI and each placing authority.",
    from(r8, "without delay if a child is injured by a ladder"),
  ),
  say1(
    "Every inspection of a ladder must be recorded in writing, and the record must be kept for at least fifteen years from the last entry.",
    from(r9),
  ),
  say1(
    "The registered person must not permit any child under 12 to climb a ladder.",
    from(r9, "must not permit any child under 12 to climb a ladder"),
  ),
  say1("A child who is under 12 must not be permitted to climb a ladder.", from(r9)),
  say1(
    "The responsible individual must visit the ladder store at least once every 3 months.",
    from(r10, "visit the ladder store at least once every three months"),
  ),
  say1(
    "After each visit to the store, the responsible individual must prepare a written report.",
    from(r10),
  ),
  say1(
    "The Guide says that the registered person should review the ladder policy every year.",
    from(g4, "should review the ladder policy every 12 months"),
  ),
  say1("Staff and children should be consulted before the ladder policy is changed.", from(g4)),
  say1(
    "Staff should supervise children at all times while a ladder is in use outdoors.",
    from(g5, "Staff should supervise children at all times"),
  ),
  say1("According to the Guide, children may be shown how to carry a ladder.", from(g5)),
  say1(
    "Harbour House plans to inspect each ladder every week.",
    from(plan, "will inspect each ladder every week"),
  ),
  say1("The Charter wants homes to paint their ladders in a bright colour.", from(charter)),
  say1(
    "A ladder may only be lent to a neighbour if the placing authority consents in writing, the ladder has been inspected within the last 7 days and the loan is entered in the ladder book.",
    from(r11, "the placing authority consents in writing"),
  ),
  say1("Before a ladder is lent, the placing authority must consent in writing.", from(r11)),
  say1(
    "HMCI must be sent a copy of the ladder report within three weeks of the visit.",
    from(r12, "within 21 days of the visit"),
  ),
  say1("A placing authority must be given a copy of the report on request.", from(r12)),
  say1("No notice is required to a local authority that is also the placing authority.", from(r12)),
  say1(
    "The Regulations say that “no ladder over 4 metres may be used indoors”, except where a fitter holds it.",
    from(r12),
  ),
  say1("Regulation 12 comes into force on 1 April 2031.", from(r12)),
  say1(
    "The Guide says that a note of each climb should be made, ideally within two hours.",
    from(g6, "should be made, ideally within 2 hours"),
  ),
  say1("Children over 12 may help to carry a ladder.", from(g6)),
  { ...say1("Keep the key of the store where every member of the team finds it."), kind: "advice" },
];
