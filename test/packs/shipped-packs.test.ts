// The packs that charm comes with: each kind of document that has to be there, and what each has to hold.
import { describe, expect, it } from "vitest";
import { listPacks, openPack } from "../../src/packs/find-pack.ts";
import { listSets } from "../../src/requirements/find-set.ts";
import { findSentences } from "../../src/text/sentences.ts";

const packs = await Promise.all(
  (await listPacks(null)).map(({ path, file, name }) => openPack(path, file, name)),
);
const rowsOf = (name: string) =>
  packs.find((one) => one.name === name)?.parts.flatMap(({ rows }) => rows) ?? [];
const placesOf = (name: string) => rowsOf(name).map(({ place }) => place);
const letters = [..."abcdefghijklmno"];

describe("the packs", () => {
  it.each(letters.map((letter) => [`reg 38(${letter})`]))("have one for %s", (place) => {
    const asked = packs.filter(({ askedBy }) => askedBy.some((one) => one.place === place));
    expect(asked.length).toBe(1);
  });

  it("have the documents of the registration pack and the recurring reports", () => {
    const names = packs.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(
        "registration-pack business-plan equality health medicines fire contact education premises location-assessment workforce-plan independent-visit-report quality-of-care-review impact-and-matching statement-of-purpose childrens-guide".split(
          " ",
        ),
      ),
    );
  });

  it.each(packs.map((pack) => [pack.name, pack] as const))(
    "%s says in its own words, and briefly, what each row asks for",
    async (name, { parts, sections, set }) => {
      const own = parts.filter(({ file }) => file === `${name}.yaml`).flatMap(({ rows }) => rows);
      for (const { requirement, id } of own) {
        expect(id.startsWith(name)).toBe(true);
        expect(requirement?.split(/\s+/).length).toBeLessThanOrEqual(25);
      }
      const held = sections.flatMap(({ rows }) => rows);
      expect(new Set(held).size).toBe(parts.flatMap(({ rows }) => rows).length);
      const isSet = (await listSets()).includes(name);
      expect(isSet ? set : name).toBe(name);
    },
  );

  it("behaviour has each prohibition, each item of the record and the times by itself", () => {
    const places = placesOf("behaviour");
    const prohibited = [..."abdefghij"].map((letter) => `reg 19(2)(${letter})`);
    const wired = ["i", "ii", "iii", "iv"].map((item) => `reg 19(2)(c)(${item})`);
    const recorded = "i ii iii iv v vi vii viii".split(" ").map((item) => `reg 35(3)(a)(${item})`);
    const others =
      "reg 20(1)(a),reg 20(1)(b),reg 20(1)(c),reg 20(2),reg 35(3)(b)(i),reg 35(3)(c),Guide 9.42,Guide 9.51,Guide 9.55,Guide 9.56,Guide 9.60";
    expect(places).toEqual(
      expect.arrayContaining([...prohibited, ...wired, ...recorded, ...others.split(",")]),
    );
  });

  it.each([
    ["missing", "Guide 9.25,Guide 9.27"],
    ["complaints-procedure", "Guide 4.19,Guide 9.17,reg 7(2)(d)(ii),reg 13(2)(g)(ii)"],
    ["safeguarding", "Guide 9.15,Guide 9.16,Guide 9.20"],
    ["independent-visit-report", "reg 44(4)(a),reg 44(4)(b)"],
  ])("%s has what is easily forgotten", (name, places) => {
    expect(placesOf(name)).toEqual(expect.arrayContaining(places.split(",")));
  });

  it("speaks to children in short sentences, of their rights and of nobody's number", () => {
    const guide = packs.find(({ kind }) => kind === "child");
    const said = guide?.child.flatMap(({ title, says, fill }) => [
      title,
      ...says.map(({ text }) => text),
      ...fill,
    ]);
    const text = said?.join(". ") ?? "";
    const sentences = findSentences(text);
    expect(text.split(/\s+/).length / sentences.length).toBeLessThanOrEqual(15);
    expect(text).not.toMatch(/\d/);
    expect(text).toMatch(/Children's Commissioner/);
    expect(text).toMatch(/advocate/);
    expect(text).toMatch(/complain/);
    expect(text).toMatch(/times for getting up, meals, school and bed/);
    // What the home does is left to the home.
    for (const { says } of guide?.child ?? [])
      for (const one of says) expect(one.text).not.toMatch(/\b(?:we|our|the home|staff)\b/i);
  });
});
