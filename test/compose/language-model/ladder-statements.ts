// Forty statements about the made-up law of ladders that cite wrongly.
import type { ReplyItem } from "../../../src/compose/language-model/reply.ts";
import { charter, from, g4, g5, plan, r10, r7, r8, r9, say1 } from "./ladder-places.ts";

/** Each ends a statement that misleads; every one must be left out. */
export const wrong: readonly (readonly [string, ReplyItem])[] = [
  // Keys and quotations
  [
    "a key that was not given",
    say1(
      "The registered provider must appoint a ladder keeper within 28 days of opening the home.",
      from("k2222"),
    ),
  ],
  [
    "no key at all",
    say1(
      "The registered provider must appoint a ladder keeper within 28 days of opening the home, unless the home has no ladder.",
    ),
  ],
  [
    "a page in place of a key",
    say1(
      "The registered person must notify HMCI without delay if a child is injured by a ladder.",
      from("page 4"),
    ),
  ],
  [
    "a key made up beside a good one that does not say it",
    say1(
      "The registered person must notify HMCI without delay if a child is injured by a ladder.",
      from(r10),
      from("k9876"),
    ),
  ],
  [
    "the key of another piece",
    say1(
      "The registered person must notify HMCI and each placing authority without delay if a child is injured by a ladder.",
      from(r10),
    ),
  ],
  [
    "a quotation with one word changed",
    say1(
      "The registered provider must appoint a ladder keeper within 28 days of opening the home, unless the home has no ladder.",
      from(r7, "must appoint a ladder manager within 28 days"),
    ),
  ],
  [
    "a quotation of another piece",
    say1(
      "The registered person must notify HMCI without delay if a child is injured by a ladder in the home.",
      from(r8, "prepare a written report on the visit"),
    ),
  ],
  [
    "a quotation in the text with one word changed",
    say1(
      "The Regulations say that the registered person “must notify the police and each placing authority without delay”.",
      from(r8),
    ),
  ],
  [
    "a quotation with a word left out",
    say1(
      "The registered person must not permit any child under 12 to climb a ladder.",
      from(r9, "The registered person must permit any child under 12"),
    ),
  ],
  [
    "a quotation nobody wrote",
    say1("The Guide says that “ladders are a daily part of life in every home”.", from(g4)),
  ],
  // Force
  [
    "must for should",
    say1("The registered person must review the ladder policy every 12 months.", from(g4)),
  ],
  [
    "must for should, in other words",
    say1(
      "The registered person is required to consult staff and children before changing the ladder policy.",
      from(g4),
    ),
  ],
  [
    "should for must",
    say1(
      "The registered person should notify HMCI and each placing authority without delay if a child is injured by a ladder in the home.",
      from(r8),
    ),
  ],
  ["must for may", say1("Children must be shown how to carry a ladder.", from(g5))],
  [
    "may for must",
    say1(
      "The responsible individual need not visit the ladder store at least once every three months.",
      from(r10),
    ),
  ],
  [
    "must for must not",
    say1("The registered person must permit any child under 12 to climb a ladder.", from(r9)),
  ],
  [
    "must not for must",
    say1(
      "The registered person must not notify HMCI and each placing authority if a child is injured by a ladder in the home.",
      from(r8),
    ),
  ],
  [
    "optional for must",
    say1(
      "It is optional for the responsible individual to prepare a written report on the visit to the ladder store.",
      from(r10),
    ),
  ],
  // Who bears it
  [
    "manager for provider",
    say1(
      "The registered manager must appoint a ladder keeper within 28 days of opening the home, unless the home has no ladder.",
      from(r7),
    ),
  ],
  [
    "responsible individual for registered person",
    say1(
      "The responsible individual must notify HMCI and each placing authority without delay if a child is injured by a ladder in the home.",
      from(r8),
    ),
  ],
  [
    "manager for responsible individual",
    say1(
      "The registered manager must visit the ladder store at least once every three months and prepare a written report on the visit.",
      from(r10),
    ),
  ],
  [
    "local authority for registered person",
    say1(
      "The local authority must keep a written record of every inspection of a ladder for at least 15 years from the date of the last entry.",
      from(r9),
    ),
  ],
  [
    "placing authority for registered person",
    say1(
      "The placing authority should review the ladder policy every 12 months and should consult staff and children before changing it.",
      from(g4),
    ),
  ],
  [
    "Ofsted for staff",
    say1(
      "Ofsted should supervise children at all times while a ladder is in use outdoors.",
      from(g5),
    ),
  ],
  // Numbers
  [
    "28 days made 14",
    say1(
      "The registered provider must appoint a ladder keeper within 14 days of opening the home, unless the home has no ladder.",
      from(r7),
    ),
  ],
  [
    "days made months",
    say1(
      "The registered provider must appoint a ladder keeper within 28 months of opening the home, unless the home has no ladder.",
      from(r7),
    ),
  ],
  [
    "15 years made five",
    say1(
      "The registered person must keep a written record of every inspection of a ladder for at least five years from the date of the last entry.",
      from(r9),
    ),
  ],
  [
    "at least made at most",
    say1(
      "The registered person must keep a written record of every inspection of a ladder for at most 15 years from the date of the last entry.",
      from(r9),
    ),
  ],
  [
    "an age changed",
    say1("The registered person must not permit any child under 16 to climb a ladder.", from(r9)),
  ],
  [
    "three months made six",
    say1(
      "The responsible individual must visit the ladder store at least once every six months and prepare a written report on the visit.",
      from(r10),
    ),
  ],
  [
    "two years’ experience made four",
    say1(
      "A person may only be appointed as ladder keeper if that person has at least four years’ experience of looking after ladders.",
      from(r7),
    ),
  ],
  [
    "a time limit where there is none",
    say1(
      "The registered person must notify HMCI and each placing authority within 24 hours if a child is injured by a ladder in the home.",
      from(r8),
    ),
  ],
  // References and documents
  [
    "a regulation that does not exist",
    say1(
      "Regulation 23 requires the registered person to notify HMCI without delay if a child is injured by a ladder.",
      from(r8),
    ),
  ],
  [
    "a paragraph that does not exist",
    say1(
      "Under regulation 7(5) the registered provider must appoint a ladder keeper within 28 days of opening the home, unless the home has no ladder.",
      from(r7),
    ),
  ],
  [
    "another regulation’s number",
    say1(
      "Regulation 10 requires the registered person to notify HMCI without delay if a child is injured by a ladder.",
      from(r8),
    ),
  ],
  [
    "an Act nobody passed",
    say1(
      "Section 12 of the Ladder Safety Act 2019 requires the registered person to notify HMCI without delay if a child is injured by a ladder.",
      from(r8),
    ),
  ],
  [
    "a duty that stands nowhere",
    say1(
      "The registered provider must buy insurance for every ladder and display the certificate in the kitchen.",
      from(r7),
    ),
  ],
  [
    "the home’s own plan as law",
    say1("Ladders must be replaced when they are older than five years.", from(plan)),
  ],
  [
    "a charter’s aim as law",
    say1("Every home must paint its ladders in a bright colour.", from(charter)),
  ],
  // Labels
  [
    "a duty labelled advice",
    { ...say1("You must lock the ladder store every night."), kind: "advice" },
  ],
];
