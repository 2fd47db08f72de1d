// A made-up law of ladders with guidance and a home's plan: evidence, and the library its references are looked up in.
import { createOutlineLibrary } from "../../../src/references/create-library.ts";
import type { ReferenceLibrary } from "../../../src/references/reference-library.ts";
import type { Evidence } from "../../../src/retrieve/evidence.ts";
import { makeDocument as describe, makeRows } from "../../references/made-up-library.ts";
import { guide, makeEvidence } from "./fixtures.ts";

const law = { id: "d1", title: "The Orchard Houses (Ladders) Regulations 2031" };
const guidance = { ...guide(), title: "Guide to the orchard houses and their ladders" };
const plan = {
  id: "d3",
  file: "harbour-plan.pdf",
  title: "Harbour House plan",
  short: "Plan",
  authority: "own" as const,
  sha256: "cc".repeat(32),
};
const charter = {
  id: "d4",
  file: "charter.pdf",
  title: "Ladder charter",
  short: "Charter",
  authority: "voluntary" as const,
  sha256: "dd".repeat(32),
};

const inLaw = (locator: string, page: number, text: string) =>
  makeEvidence(text, { id: `d1/${locator}`, locator, page, document: law, trail: ["Ladders"] });
const inGuide = (locator: string, page: number, text: string) =>
  makeEvidence(text, {
    id: `d2/${locator}`,
    locator,
    page,
    document: guidance,
    trail: ["Ladders"],
  });

/** Name of each piece as a prompt shows its place, with the piece. */
export const ladders: Readonly<Record<string, Evidence>> = {
  "Regulation 7": inLaw(
    "7",
    4,
    "(1) The registered provider must appoint a ladder keeper within 28 days of opening the home, unless the home has no ladder.\n" +
      "(2) A person may only be appointed as ladder keeper if that person—\n" +
      "(a) has at least two years’ experience of looking after ladders; and\n" +
      "(b) has reached the age of 21.",
  ),
  "Regulation 8": inLaw(
    "8",
    4,
    "The registered person must notify HMCI and each placing authority without delay if a child is injured by a ladder in the home.",
  ),
  "Regulation 9": inLaw(
    "9",
    5,
    "(1) The registered person must keep a written record of every inspection of a ladder for at least 15 years from the date of the last entry.\n" +
      "(2) The registered person must not permit any child under 12 to climb a ladder.",
  ),
  "Regulation 10": inLaw(
    "10",
    5,
    "The responsible individual must visit the ladder store at least once every three months and prepare a written report on the visit.",
  ),
  "Regulation 11": inLaw(
    "11",
    6,
    "A ladder may be lent to a neighbour only if—\n" +
      "(a) the placing authority consents in writing;\n" +
      "(b) the ladder has been inspected within the last 7 days; and\n" +
      "(c) the loan is entered in the ladder book.",
  ),
  "Regulation 12": inLaw(
    "12",
    6,
    "(1) The registered person must—\n" +
      "(a) send HMCI a copy of the ladder report within 21 days of the visit; and\n" +
      "(b) make a copy of the report available on request to a placing authority.\n" +
      "(2) The registered person is not required to notify a local authority that is also the placing authority.\n" +
      "(3) No ladder over 4 metres may be used indoors, except where a fitter holds it.\n" +
      "(4) This regulation comes into force on 1st April 2031.",
  ),
  "Guide 3.4": inGuide(
    "3.4",
    12,
    "The registered person should review the ladder policy every 12 months and should consult staff and children before changing it.",
  ),
  "Guide 3.5": inGuide(
    "3.5",
    12,
    "Children may be shown how to carry a ladder. Staff should supervise children at all times while a ladder is in use outdoors.",
  ),
  "Guide 3.6": inGuide(
    "3.6",
    13,
    "A note of each climb should be made, ideally within 2 hours. Children over 12 may help to carry a ladder.",
  ),
  "Plan, “Ladders”": makeEvidence(
    "Harbour House will inspect each ladder every week and will replace any ladder that is older than five years.",
    { id: "d3/1", page: 2, document: plan, trail: ["Ladders"] },
  ),
  "Charter, “Aims”": makeEvidence("We want every home to paint its ladders in a bright colour.", {
    id: "d4/1",
    page: 1,
    document: charter,
    trail: ["Aims"],
  }),
};

export function ladderLibrary(): ReferenceLibrary {
  const rows = [
    ...makeRows("d1", [
      ["reg/7", { title: "Ladder keepers", page: 4 }],
      ["reg/7/1", { page: 4 }],
      ["reg/7/2", { page: 4 }],
      ["reg/7/2/a", { page: 4 }],
      ["reg/7/2/b", { page: 4 }],
      ["reg/8", { title: "Injuries", page: 4 }],
      ["reg/9", { title: "Records", page: 5 }],
      ["reg/9/1", { page: 5 }],
      ["reg/9/2", { page: 5 }],
      ["reg/10", { title: "Visits", page: 5 }],
      ["reg/11", { title: "Loans", page: 6 }],
      ["reg/12", { title: "Reports", page: 6 }],
      ["reg/12/1", { page: 6 }],
      ["reg/12/2", { page: 6 }],
      ["reg/12/3", { page: 6 }],
      ["reg/12/4", { page: 6 }],
    ]),
    ...makeRows("d2", [
      ["para/3.4", { page: 12 }],
      ["para/3.5", { page: 12 }],
      ["para/3.6", { page: 13 }],
    ]),
  ];
  return createOutlineLibrary(
    [
      describe("d1", law.title, { short: "Regulations", file: "orchard-rules.pdf" }),
      describe("d2", guidance.title, {
        short: "Guide",
        authority: "statutory-guidance",
        structureKind: "numbered",
      }),
      describe("d3", plan.title, { short: "Plan", authority: "own", structureKind: "headed" }),
      describe("d4", charter.title, {
        short: "Charter",
        authority: "voluntary",
        structureKind: "headed",
      }),
    ],
    rows,
  );
}
