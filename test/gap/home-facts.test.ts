import { expect, it } from "vitest";
import { isRuledOut, readHomeFacts } from "../../src/gap/home-facts.ts";
import type { OwnUnit } from "../../src/gap/own-unit.ts";

const factsOf = (...texts: readonly string[]) =>
  readHomeFacts(
    texts.map((text, at): OwnUnit => {
      const place = { file: "sop.docx", at, section: null, page: null, piece: at, start: 0 };
      return { ...place, kind: "sentence", text, headings: [], lead: "" };
    }),
  );

it.each([
  ["is-school", "The home is not registered as a school.", false],
  ["is-school", "The home is registered as a school.", true],
  ["is-school", "All children go to a local college.", undefined],
  ["single-sex-staff", "The team is made up of seven women and four men.", false],
  ["single-sex-staff", "Our staff are an all-female team.", true],
  ["single-sex-staff", "We care for boys and girls.", undefined],
  ["single-sex-staff", "Staff: 6 female, 3 male", false],
  ["uses-agency-staff", "Never more than half of a shift comes from an agency.", undefined],
  ["uses-agency-staff", "We do not use agency staff.", false],
  ["fire-order-applies", "Under the RRFSO the manager is the responsible person.", true],
  ["provides-healthcare", "The home does not provide therapy itself.", false],
  ["provides-healthcare", "Children see a GP.", undefined],
  ["provider-is-organisation", "Registered provider: Larch Care Ltd", true],
  ["takes-short-breaks", "The home does not offer short breaks.", false],
  ["manager-appointed", "Registered Manager: TBC", undefined],
])("knows %s from %j: %s", (fact, text, known) => {
  expect(factsOf(text).get(fact)).toBe(known);
});

it("knows both sexes from two rows of one table on staff", () => {
  const row = (at: number, text: string, section: string): OwnUnit => ({
    file: "sop.docx",
    at,
    section,
    page: null,
    piece: at,
    start: 0,
    kind: "row",
    text,
    headings: [section],
    lead: "",
  });
  const told = (section: string) =>
    readHomeFacts([row(0, "Women: 7", section), row(1, "Men: 4", section)]).get("single-sex-staff");
  expect(told("Our staff")).toBe(false);
  expect(told("Who lives here")).toBeUndefined();
});

it("knows nothing where two places say otherwise", () => {
  const facts = factsOf("The home is not registered as a school.", "It is registered as a school.");
  expect(facts.has("is-school")).toBe(false);
});

it("rules a row out only by what is known", () => {
  const when = { says: "a school", if: [{ fact: "is-school", is: true }], unless: [] };
  expect(isRuledOut(when, factsOf("The home is not registered as a school."))).toBe(true);
  expect(isRuledOut(when, factsOf("Children learn."))).toBe(false);
  expect(isRuledOut(null, new Map())).toBe(false);
});
