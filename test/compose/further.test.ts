// Where else to look: the next best places that an answer has no room to quote.
import { describe, expect, it } from "vitest";
import { findFurther, pointTo } from "../../src/compose/further.ts";
import { quotedText } from "../../src/draft/line-parts.ts";
import type { RankedStatement } from "../../src/score/rank-statements.ts";
import {
  describeDocument,
  fieldGuide,
  fieldLaw,
  ownPlan,
  rankSpans,
} from "../support/made-up-evidence.ts";

const lamp = rankSpans(fieldLaw, [["7(1)", "(1) The lamp must be lit at dusk."]], { score: 3 });
const horn = rankSpans(fieldGuide, [["3.1", "The horn should be sounded in fog."]], { score: 2 });
const log = rankSpans(fieldGuide, [["3.4", "The log should be read at noon each day."]], {
  score: 1,
  ordinal: 4,
});
const plan = rankSpans(ownPlan, [["2.1", "We light the lamp whenever we like."]], { score: 2.5 });
const all = [...lamp, ...plan, ...horn, ...log];
const room = { places: 4, least: 0 };

describe("findFurther", () => {
  it("gives the next best places of law and guidance that are not quoted", () => {
    expect(findFurther([all], lamp, room)).toEqual([...horn, ...log]);
  });

  it("gives no more than there is room for, and nothing that scores too little", () => {
    expect(findFurther([all], lamp, { ...room, places: 1 })).toEqual(horn);
    expect(findFurther([all], lamp, { ...room, least: 2 })).toEqual(horn);
  });

  it("lets the parts of a question take turns", () => {
    expect(findFurther([[...lamp, ...horn], log], [], { ...room, places: 2 })).toEqual([
      ...lamp,
      ...log,
    ]);
    expect(findFurther([all, all], [], room)).toEqual([...lamp, ...horn, ...log]);
  });

  it("names two places of one paragraph at most", () => {
    const items = ["a", "b", "c"].flatMap((label, i) =>
      rankSpans(
        fieldLaw,
        [[`9(2)(${label})`, `(${label}) The mate keeps rope number ${label} dry.`]],
        { ordinal: i + 1 },
      ),
    );
    expect(findFurther([items], [], room)).toHaveLength(2);
  });
});

/** A section of what inspectors go by. */
const framework = describeDocument({
  id: "framework",
  authority: "inspection",
  short: "Framework",
});
const section = (trail: string[]) =>
  rankSpans(framework, [[null, "Inspectors look at the horn and hear it sounded."]], {
    trail,
    ordinal: trail.length,
  });

describe("places without a number", () => {
  const horns = section(["Fog", "Ways of inspecting foghorns"]);

  it("are named once a heading, and not at all without one", () => {
    expect(findFurther([[...horns, ...horns.map((one) => ({ ...one }))]], [], room)).toEqual(horns);
    expect(findFurther([horns], horns, room)).toEqual([]);
    expect(findFurther([section([])], [], room)).toEqual([]);
  });

  it("are told by their heading, and by the one above where it says little", () => {
    const good = section(["Fog", "Keeping of foghorns", "Good"]);
    const [first, second] = pointTo([...horns, ...good], [[...horns, ...good, ...fillers]]);
    const trail = ["Fog", "Ways of inspecting foghorns"];
    expect(first).toMatchObject({ told: "heading", under: null, trail });
    expect(first?.name.text).toBe("Framework, “Ways of inspecting foghorns”");
    expect(second).toMatchObject({ told: "heading", under: "Keeping of foghorns" });
    expect(second?.name.text).toBe("Framework, “Good”");
    const top = section([framework.title, "Good"]);
    expect(pointTo(top, [[...top, ...fillers]])).toMatchObject([{ under: null }]);
  });
});

/** Other passages, beside which the words of a place tell something. */
const fillers = Array.from({ length: 30 }, (_, i) =>
  rankSpans(fieldGuide, [[`8.${i}`, "The person must be the person there."]], { ordinal: 100 + i }),
).flat();

describe("pointTo", () => {
  const point = (statements: readonly RankedStatement[]) =>
    pointTo(statements, [[...statements, ...fillers]]).map(({ opening, ...pointer }) => ({
      ...pointer,
      opening: quotedText(opening),
    }))[0];

  it("names the place, and quotes how it begins, up to a pause and without the item's label", () => {
    const text = "(b) the ropes are kept dry and coiled, and out of the way of the horn; and";
    expect(point(rankSpans(fieldLaw, [["9(2)(b)", text]]))).toMatchObject({
      authority: "legislation",
      name: { text: "Lighthouse Regulations, regulation 9(2)(b)" },
      told: "opening",
      opening: "the ropes are kept dry and coiled",
      goesOn: true,
      under: null,
    });
  });

  it("does not stop at a pause before anything is told, nor in front of an exception", () => {
    const early = "In the case of the person, the keeper of the lamp coils the ropes, and so on.";
    expect(point(rankSpans(fieldGuide, [["3.4", early]]))?.opening).toBe(
      "In the case of the person, the keeper of the lamp coils the ropes",
    );
    const excepted = "The keeper coils the wet ropes, unless the fog is thick over the harbour.";
    expect(point(rankSpans(fieldGuide, [["3.5", excepted]]))).toMatchObject({
      opening: excepted,
      goesOn: false,
    });
  });

  it("ends a long sentence where a phrase ends", () => {
    const long =
      "The keeper coils wet ropes beside green lamps and warns distant ships about dangerous rocks of that bay in weather of whatever kind the harbour master has foretold for the night.";
    const opening = point(rankSpans(fieldGuide, [["3.6", long]]))?.opening ?? "";
    expect(long.startsWith(opening)).toBe(true);
    expect(opening).toMatch(/ rocks$/);
  });

  it("ends no sentence of middling length where nothing pauses, and none before a number", () => {
    const middling =
      "The keeper coils wet ropes beside green lamps and warns distant ships about dangerous rocks of that bay within three hours.";
    const openingOf = (text: string) => point(rankSpans(fieldGuide, [["3.6", text]]))?.opening;
    expect(openingOf(middling)).toBe(middling);
    const numbered = `The keeper coils wet ropes beside green lamps and warns distant ships under regulation 28(2) ${"of the rules on weather and on other matters ".repeat(3)}at night.`;
    expect(openingOf(numbered)).not.toMatch(/regulation$/);
  });

  it("gives the heading of what tells nothing itself", () => {
    const spans = [["40(3)(a)", "(a) the person must be the person;"]] as const;
    expect(
      point(rankSpans(fieldLaw, spans, { trail: ["Keepers", "Warning ships"] })),
    ).toMatchObject({
      name: { text: "Lighthouse Regulations, regulation 40(3)(a)" },
      told: "heading",
      under: "Warning ships",
    });
    expect(point(rankSpans(fieldLaw, spans))).toMatchObject({
      told: "opening",
      opening: "the person must be the person;",
      under: null,
    });
  });
});
