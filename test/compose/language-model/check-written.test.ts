// What a model wrote beside its quotation: other words for the same pass, another force, limit, scope or time do not.
import { describe, expect, test } from "vitest";
import { createCheck } from "../../../src/compose/language-model/check-written.ts";
import type { Evidence } from "../../../src/retrieve/evidence.ts";
import { createReader } from "../../../src/references/reader.ts";
import type { MeasureNearness } from "../../../src/score/nearness.ts";
import { makeEvidence } from "./fixtures.ts";
import { ladderLibrary, ladders } from "./ladders.ts";

/** Words that no text of the ladders comes near to. */
const far = new Set(["insured", "bright", "certificate", "neighbourhood", "purchase", "varnished"]);

/** Every word is near to every text but those. */
const nearness: MeasureNearness = async (question, texts, focus) => {
  const stretch = focus === undefined ? question : question.slice(focus.start, focus.end);
  return texts.map(() => (far.has(stretch.toLowerCase()) ? 0.2 : 0.7));
};

const check = createCheck({ references: createReader(ladderLibrary()) }, nearness);

async function found(
  text: string,
  place: string,
  quoted: string,
  about?: string,
): Promise<string[]> {
  const evidence = ladders[place] ?? more[place];
  if (evidence === undefined) throw new Error(place);
  const asked = about === undefined ? {} : { about };
  const findings = await check({ text, kind: "requirement", ...asked }, [
    { evidence, quoted: [quoted] },
  ]);
  return findings
    .filter(({ severity }) => severity !== "note")
    .map(({ severity, code }) => `${severity} ${code}`);
}

const more: Readonly<Record<string, Evidence>> = {
  judged: makeEvidence(
    "The registered person must report every fall from a ladder which the registered person considers to be serious.",
    { locator: "20", page: 9 },
  ),
  hedged: makeEvidence(
    "A ladder should not generally be moved without the keeper. Half of the ladders should be wooden.",
    { locator: "21", page: 9 },
  ),
  requested: makeEvidence(
    "The registered person must send the ladder report—\n(a) to HMCI; and\n(b) upon request, to the local authority.",
    { locator: "22", page: 9 },
  ),
  both: makeEvidence(
    "The ladder report must go to HMCI and the keeper. There are two ladders in the shed.",
    { locator: "24", page: 9 },
  ),
  unlikely: makeEvidence(
    "HMCI is unlikely to take any action when a ladder is lost. In exceptional circumstances HMCI may close the shed.",
    { locator: "25", page: 9 },
  ),
  yearly: makeEvidence("The keeper must look at each ladder every two months.", {
    locator: "26",
    page: 9,
  }),
  broken: makeEvidence("When a ladder is broken, the keeper must tell the council.", {
    locator: "28",
    page: 9,
  }),
  asked: makeEvidence(
    "When a ladder is broken, the keeper must tell the council and, if it asks, the local authority in whose area the fall happened.",
    { locator: "27", page: 9 },
  ),
  counted: makeEvidence(
    "The ladder book must be kept for 15 years from the date of the last entry.",
    { locator: "23", page: 9 },
  ),
};

describe("other words for the same", () => {
  test.each([
    [
      "You have four weeks from opening to find somebody who looks after the ladders, unless there are none.",
      "Regulation 7",
      "must appoint a ladder keeper within 28 days of opening the home",
    ],
    [
      "HMCI must hear at once of any child whom a ladder has hurt.",
      "Regulation 8",
      "must notify HMCI and each placing authority without delay if a child is injured",
    ],
    [
      "It is up to nobody but the small ones themselves: under twelve, climbing is forbidden.",
      "Regulation 9",
      "must not permit any child under 12 to climb a ladder",
    ],
    [
      "Should a child be hurt, HMCI must be told without delay.",
      "Regulation 8",
      "without delay if a child is injured",
    ],
    [
      "Falls that are serious in the registered person’s view have to be reported.",
      "judged",
      "must report every fall from a ladder",
    ],
    [
      "As a rule a ladder should stay where it is unless the keeper is there.",
      "hedged",
      "A ladder should not generally be moved",
    ],
    [
      "For example, the ladder book of a man of forty whose last entry is of 3 May 2020 must be kept until 3 May 2035.",
      "counted",
      "for 15 years from the date of the last entry",
    ],
    [
      "Nobody reports without judging whether a fall from a ladder is serious.",
      "judged",
      "which the registered person considers to be serious",
    ],
    [
      "What is wanted is that 50% of the ladders are of wood.",
      "hedged",
      "Half of the ladders should be wooden",
    ],
    [
      "HMCI gets the report in any case, the local authority on request.",
      "requested",
      "upon request, to the local authority",
    ],
    [
      "The book stays on the shelf for fifteen years after the last entry.",
      "counted",
      "for 15 years from the date of the last entry",
    ],
    [
      "HMCI is not going to take action over a lost ladder.",
      "unlikely",
      "is unlikely to take any action when a ladder is lost",
    ],
    [
      "Each ladder is looked at every two months, so six looks a year are needed.",
      "yearly",
      "must look at each ladder every two months",
    ],
    [
      "That is not enough: each ladder must be looked at every two months.",
      "yearly",
      "must look at each ladder every two months",
    ],
  ])("%s", async (text, place, quoted) => expect(await found(text, place, quoted)).toEqual([]));

  test("a condition that the question gives need not be told again", async () => {
    const [text, quoted] = [
      "The keeper must always tell the council.",
      "the keeper must tell the council",
    ];
    expect(await found(text, "broken", quoted)).toEqual(["warning condition-dropped"]);
    expect(await found(text, "broken", quoted, "What if a ladder is broken?")).toEqual([]);
  });
});

describe("what the quotation does not bear out", () => {
  test.each([
    [
      "Each ladder must be varnished.",
      "yearly",
      "must look at each ladder every two months",
      "warning reference-unsupported",
    ],
    [
      "HMCI will take action as soon as a ladder is lost.",
      "unlikely",
      "is unlikely to take any action when a ladder is lost",
      "warning negation-changed",
    ],
    [
      "HMCI may close the shed.",
      "unlikely",
      "In exceptional circumstances HMCI may close the shed",
      "warning condition-dropped",
    ],
    [
      "Three people must look at each ladder every two months.",
      "yearly",
      "must look at each ladder every two months",
      "warning number-not-in-source",
    ],
    [
      "The keeper must tell the local authority in whose area the home is, if it asks, when a ladder is broken.",
      "asked",
      "if it asks, the local authority in whose area the fall happened",
      "warning wrong-duty-holder",
    ],
    [
      "The ladder must be looked at every two months with HMCI’s consent.",
      "yearly",
      "must look at each ladder every two months",
      "error wrong-duty-holder",
    ],
    [
      "The registered person may notify HMCI if a child is injured by a ladder.",
      "Regulation 8",
      "must notify HMCI and each placing authority",
      "error should-for-must",
    ],
    [
      "The registered person must review the ladder policy every 12 months.",
      "Guide 3.4",
      "should review the ladder policy every 12 months",
      "error must-for-should",
    ],
    [
      "Every fall from a ladder must be reported.",
      "judged",
      "must report every fall from a ladder",
      "warning condition-dropped",
    ],
    [
      "A ladder should never be moved without the keeper.",
      "hedged",
      "should not generally be moved without the keeper",
      "warning condition-dropped",
    ],
    [
      "A third of the ladders should be wooden.",
      "hedged",
      "Half of the ladders should be wooden",
      "error number-not-in-source",
    ],
    [
      "The local authority must be sent the ladder report in every case.",
      "requested",
      "upon request, to the local authority",
      "warning condition-dropped",
    ],
    [
      "By law half of the ladders should be wooden.",
      "Guide 3.4",
      "should review the ladder policy every 12 months",
      "error guidance-as-law",
    ],
    [
      "No ladder book is kept.",
      "counted",
      "The ladder book must be kept for 15 years",
      "warning negation-changed",
    ],
    [
      "The local authority must be sent the ladder report, whether it has asked or not.",
      "requested",
      "upon request, to the local authority",
      "warning condition-dropped",
    ],
    [
      "The ladder report must go to either HMCI or the keeper.",
      "both",
      "to HMCI and the keeper",
      "error list-changed",
    ],
    [
      "There are three ladders in the shed.",
      "both",
      "two ladders in the shed",
      "error number-not-in-source",
    ],
    [
      "The ladder book must be kept for 15 years from the purchase of the ladder.",
      "counted",
      "for 15 years from the date of the last entry",
      "warning limit-changed",
    ],
    [
      "Only wooden ladders must be inspected and recorded.",
      "Regulation 9",
      "must keep a written record of every inspection of a ladder",
      "warning limit-changed",
    ],
    [
      "A copy of the ladder report must be sent to HMCI by the end of the third day.",
      "Regulation 12",
      "send HMCI a copy of the ladder report within 21 days",
      "error number-not-in-source",
    ],
    [
      "A written record of every inspection must be kept and insured.",
      "Regulation 9",
      "must keep a written record of every inspection of a ladder",
      "warning reference-unsupported",
    ],
    [
      "The registered person must notify HMCI and the child’s school without delay if a child is injured by a ladder.",
      "Regulation 8",
      "must notify HMCI and each placing authority",
      "error wrong-duty-holder",
    ],
    [
      "A ladder may be lent to a neighbour if the placing authority consents in writing.",
      "Regulation 11",
      "A ladder may be lent to a neighbour only if—",
      "warning condition-dropped",
    ],
  ])("%s", async (text, place, quoted, finding) =>
    expect(await found(text, place, quoted)).toContain(finding),
  );
});
