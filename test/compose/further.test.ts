// Where else to look: the next best places that an answer has no room to quote.
import { describe, expect, it } from "vitest";
import { findFurther, quoteFurther } from "../../src/compose/further.ts";
import { quotesOf } from "../../src/draft/draft.ts";
import type { RankedStatement } from "../../src/compose/rank-statements.ts";
import { fieldGuide, fieldLaw, ownPlan, rankSpans } from "../support/made-up-evidence.ts";
import { readParts } from "../support/read-parts.ts";

const ofField = (statements: readonly RankedStatement[]): RankedStatement[] =>
  statements.map((entry) => ({ ...entry, features: { ...entry.features, field: 1 } }));
const rank = (...rows: Parameters<typeof rankSpans>): RankedStatement[] =>
  ofField(rankSpans(...rows));

const lamp = rank(fieldLaw, [["7(1)", "(1) The lamp must be lit at dusk."]], { score: 3 });
const horn = rank(fieldGuide, [["3.1", "The horn should be sounded in fog."]], { score: 2 });
const log = rank(fieldGuide, [["3.4", "The log should be read at noon each day."]], {
  score: 1,
  ordinal: 4,
});
const plan = rank(ownPlan, [["2.1", "We light the lamp whenever we like."]], { score: 2.5 });
const all = [...lamp, ...plan, ...horn, ...log];
const room = { places: 4, behind: 6 };

const namesOf = (found: readonly RankedStatement[]) =>
  found.map((statement) => {
    const [part] = quoteFurther(statement).lines[0]?.parts ?? [];
    return part?.kind === "name" ? part.text : undefined;
  });

describe("findFurther", () => {
  it("gives the next best places of law and guidance that are not quoted", () => {
    expect(findFurther([all], lamp, room)).toEqual([...horn, ...log]);
  });

  it("gives no more than there is room for, and nothing that is too far behind", () => {
    expect(findFurther([all], lamp, { places: 1, behind: 6 })).toEqual(horn);
    expect(findFurther([all], lamp, { places: 4, behind: 1.5 })).toEqual(horn);
  });

  it("lets the parts of a question take turns", () => {
    expect(findFurther([[...lamp, ...horn], log], [], { places: 2, behind: 6 })).toEqual([
      ...lamp,
      ...log,
    ]);
    expect(findFurther([all, all], [], room)).toEqual([...lamp, ...horn, ...log]);
  });

  it("names two places of one paragraph at most", () => {
    const items = ["a", "b", "c"].flatMap((label, i) =>
      rank(fieldLaw, [[`9(2)(${label})`, `(${label}) The mate keeps rope number ${label} dry.`]], {
        score: 2,
        ordinal: i + 1,
      }),
    );
    expect(findFurther([items], [], room)).toHaveLength(2);
  });

  it("leaves out what is of another field", () => {
    const schools = rankSpans(fieldGuide, [["5.1", "Schools should ring the bell in fog."]]);
    const other = schools.map((entry) => ({ ...entry, features: { ...entry.features, field: 0 } }));
    expect(findFurther([other], [], room)).toEqual([]);
  });
});

describe("quoteFurther", () => {
  it("names the place, and quotes its opening words without the item's label", () => {
    const [item] = rank(fieldLaw, [
      ["9(2)(b)", "(b) the ropes are kept dry, coiled and out of the way of the horn; and"],
    ]);
    if (!item) throw new Error("one statement was meant");
    const { authority, lines } = quoteFurther(item);
    expect(authority).toBe("legislation");
    expect(lines.map(readParts)).toEqual([
      [
        "name: Lighthouse Regulations, regulation 9(2)(b)",
        "words: :",
        expect.stringMatching(/^quote: the ropes are kept dry(?:, coiled(?: and)?)?$/),
        "gap",
      ],
    ]);
    expect(lines.flatMap(quotesOf)).toHaveLength(1);
  });

  it("quotes a short one whole", () => {
    expect(namesOf(horn)[0]).toMatch(/3\.1$/);
    const [short] = rank(fieldGuide, [["3.2", "The lens should be clean."]]);
    expect(short && quoteFurther(short).lines.map(readParts)).toEqual([
      ["name: Lighthouse Guide 3.2", "words: :", "quote: The lens should be clean."],
    ]);
  });
});
