// What single sentences are read as: numbers, force, bearers of duties, conditions, quotations, units of a source.
import { describe, expect, it } from "vitest";
import { findConditions } from "../../src/verify/conditions.ts";
import { compareActors, readBearers } from "../../src/verify/duty-holders.ts";
import { readModals } from "../../src/verify/modality.ts";
import { readQuantities } from "../../src/text/quantities.ts";
import { findDeparture, findQuotes, foldForQuotes, holdsQuote } from "../../src/verify/quotes.ts";
import { readUnits } from "../../src/verify/source-units.ts";

describe("readQuantities", () => {
  const keys = (text: string) =>
    readQuantities(text).map(({ key, bound }) => (bound === null ? key : `${key} ${bound}`));

  it.each([
    ["within three years", ["time:36m within"]],
    ["36 months", ["time:36m"]],
    ["no later than 24 hours after it", ["time:24h within"]],
    ["no later than one month before it", ["time:1m least"]],
    ["one day", ["time:24h"]],
    ["at least once every six months", ["time:6m least"]],
    ["twice a year", ["time:6m"]],
    ["monthly, or once each month", ["time:1m", "time:1m"]],
    ["no more than 28 days", ["time:672h most"]],
    ["not exceeding one year", ["time:12m most"]],
    ["ten working days", ["time:10workingday"]],
    ["a 24-hour rota", ["time:24h"]],
    ["children under 16", ["age:16 most"]],
    ["a 17 year old", ["age:17"]],
    ["aged sixteen or over", ["age:16 least"]],
    ["on 1st April 2014", ["date:2014-4-1"]],
    ["before 29.4.2026", ["date:2026-4-29"]],
    ["the Level 5 Diploma", ["level:5"]],
    ["15 per cent, or 15%", ["percent:15", "percent:15"]],
    ["£4,610", ["money:4610"]],
    ["seventy-five records", ["count:75"]],
    ["the Act of 1989", ["year:1989"]],
    ["one of the staff", []],
    ["daily routines", []],
    ["version 1.17 and 10.12", []],
  ])("%s", (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  it("leaves out what it is told to", () => {
    const text = "Regulation 28 gives 3 years.";
    expect(readQuantities(text, [{ start: 0, end: 13 }]).map(({ key }) => key)).toEqual([
      "time:36m",
    ]);
  });
});

describe("readModals", () => {
  const forces = (text: string) =>
    readModals(text).map(({ force, negative }) => (negative ? `not ${force}` : force));

  it.each([
    ["Staff must write it and should read it.", ["must", "should"]],
    ["Staff must not write it.", ["not must"]],
    ["A person may only manage a home if fit.", ["must"]],
    ["A home may not be named so.", ["not must"]],
    ["No measure that is excessive may be used.", ["not must"]],
    ["The manager is required to write it.", ["must"]],
    ["The manager is not required to write it.", ["may"]],
    ["The standard requires the manager to lead.", ["must"]],
    ["Homes are expected to write it.", ["should"]],
    ["In May 2015 it began.", []],
    ["The plan sets it out.", []],
  ])("%s", (text, expected) => {
    expect(forces(text)).toEqual(expected);
  });
});

describe("readBearers", () => {
  const actors = (text: string) => readBearers(text).map(({ actor }) => actor);

  it.each([
    ["The registered person must write it.", ["registered-person"]],
    [
      "If the registered provider agrees, the responsible individual must write it.",
      ["responsible-individual"],
    ],
    ["The standard requires the registered person to lead.", ["registered-person"]],
    ["The record must be kept by the registered manager.", ["registered-manager"]],
    ["Ofsted must be told.", []],
    ["Staff employed by the registered provider should know it.", ["staff"]],
    ["The manager must write it and must keep it.", ["registered-manager", "registered-manager"]],
    [
      "The registered person, in consultation with the placing authority, should meet.",
      ["registered-person"],
    ],
    ["They must write it.", []],
    ["Records of the child must be kept.", []],
    ["HMCI may refuse it.", ["inspectorate"]],
  ])("%s", (text, expected) => {
    expect(actors(text)).toEqual(expected);
  });

  it("tells who may be said for whom", () => {
    expect(compareActors("home", "registered-person")).toBe("same");
    expect(compareActors("registered-manager", "registered-person")).toBe("near");
    expect(compareActors("registered-manager", "registered-provider")).toBe("other");
    expect(compareActors("local-authority", "placing-authority")).toBe("near");
    expect(compareActors("placing-authority", "local-authority")).toBe("other");
  });
});

describe("findConditions", () => {
  const clauses = (text: string) => findConditions(text).map(({ text: clause }) => clause);

  it("finds what a sentence hangs on, and leaves softeners and pointers out", () => {
    expect(clauses("It may be done if the manager is away, unless the lamp is lit.")).toEqual([
      "if the manager is away",
      "unless the lamp is lit",
    ]);
    expect(clauses("Where appropriate, and subject to paragraph (3), it is read.")).toEqual([]);
  });
});

describe("quotations", () => {
  it("are found with those inside them, terms left out", () => {
    const text =
      'The law says “the Diploma (“the Level 5 Diploma”) must be held” and "good enough care here" of “equivalent”.';
    expect(findQuotes(text).map((quote) => quote.text)).toEqual([
      "the Diploma (“the Level 5 Diploma”) must be held",
      "good enough care here",
    ]);
  });

  it("stand in a text whatever its white space, hyphens, marks and case, but word for word", () => {
    const page = foldForQuotes(
      "The well-\nbeing of each child’s\nfriends is, within 15 days, looked after.",
    );
    expect(holdsQuote(page, "the wellbeing of each child's friends")).toBe(true);
    expect(holdsQuote(page, "the well-being … looked after")).toBe(true);
    expect(holdsQuote(page, "looked after … the well-being")).toBe(false);
    expect(holdsQuote(page, "5 days, looked after")).toBe(false);
    expect(holdsQuote(page, "the wellbeing of every child's friends")).toBe(false);
    expect(findDeparture(page, "lamps are lit at dusk on Fridays")).toBeNull();
    expect(
      findDeparture(foldForQuotes("the care of each child is good"), "care of every child is good"),
    ).toEqual({
      quoted: "every",
      printed: "each",
    });
  });
});

describe("readUnits", () => {
  it("hangs items from their lead-ins, letters and numerals told apart", () => {
    const text = [
      "(3) The registered person must ensure that—",
      "(h) within a day a record is made with—",
      "(i) the name;",
      "(viii) the place; and",
      "(i) the user is spoken to.",
      "(4) Nothing else matters. It is so.",
    ].join("\n");
    expect(readUnits(text).map((unit) => [unit.lead.length, unit.text])).toEqual([
      [0, "The registered person must ensure that—"],
      [39, "within a day a record is made with—"],
      [75, "the name;"],
      [75, "the place; and"],
      [75, "the user is spoken to."],
      [0, "Nothing else matters."],
      [0, "It is so."],
    ]);
  });

  it("takes bullets under a colon until a new paragraph begins", () => {
    const text = "The plan should:\nname the staff;\nsay what they do.\nHomes vary.";
    expect(readUnits(text, "Staff:").map(({ lead }) => lead)).toEqual([
      "Staff:",
      "Staff: The plan should:",
      "Staff: The plan should:",
      "Staff:",
    ]);
  });
});
