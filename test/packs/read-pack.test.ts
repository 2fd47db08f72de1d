// What a pack may hold, and how its faults are told.
import { describe, expect, it } from "vitest";
import { readPack } from "../../src/packs/read-pack.ts";

const row = (id: string) =>
  `  - { id: ${id}, place: reg 12(2)(b), requirement: Nights are staffed., holder: registered-person, duty: must }`;
const pack = (...lines: readonly string[]) =>
  ["name: nights", "title: Night policy", "about: who is awake at night", ...lines].join("\n");
const failing = (text: string) =>
  readPack(text, "my.yaml").then(
    () => "read",
    (error: Error) => error.message,
  );

describe("readPack", () => {
  it("gives sections their rows, of sets and of its own, in the order of its patterns", async () => {
    const read = await readPack(
      pack(
        "requirements:",
        "  - { set: fire, rows: [fire-25-1-d-*] }",
        "rows:",
        row("nights-1"),
        "facts: [address, fire-officer]",
        "sections:",
        "  - { title: Own, rows: [nights-1, fire-25-1-d-3] }",
        "  - { title: Drills, rows: [fire-25-1-d-*], note: Name the day. }",
      ),
      "my.yaml",
    );
    expect(
      read.sections.map(({ title, rows, note }) => [title, rows.map(({ id }) => id), note]),
    ).toEqual([
      ["Own", ["nights-1", "fire-25-1-d-3"], null],
      ["Drills", ["fire-25-1-d-1", "fire-25-1-d-2"], "Name the day."],
    ]);
    expect(read.parts.map(({ file, rows }) => [file, rows.length])).toEqual([
      ["fire.yaml", 3],
      ["my.yaml", 1],
    ]);
    expect(read.set).toBe("nights");
  });

  it("is known to gap by the set that it is exactly", async () => {
    const text = pack(
      "requirements: [{ set: fire }]",
      "sections: [{ title: All, rows: [fire-*] }]",
    );
    expect((await readPack(text, "my.yaml")).set).toBe("fire");
  });

  const sections = "sections: [{ title: All, rows: [nights-*] }]";
  it.each([
    [["sections: []"], "my.yaml, line 4: sections: a section is missing."],
    [
      ["requirements: [{ set: fyre }]", sections],
      "my.yaml, line 4: there is no set of requirements “fyre”.",
    ],
    [["colour: red", sections], "my.yaml, line 4: “colour” is no field here."],
    [
      ["facts: [shoe-size]", sections],
      /^my\.yaml, line 4: facts\.0: a fact was expected: provider, /,
    ],
    [
      ["rows:", row("nights-1"), row("nights-1"), sections],
      /line 4: two requirements have the id “nights-1”/,
    ],
    [
      ["rows:", row("nights-1"), "sections: [{ title: All, rows: [days-*] }]"],
      /line 6: “days-\*” is no requirement of the pack/,
    ],
    [["rows:", row("nights-1"), row("other-1"), sections], /line 7: no section holds other-1\./],
    [["rows:", "  - { id: a }", sections], /line 5: /],
    [["rows: [7", sections], /^my\.yaml, line 5, is not YAML: /],
  ])("says what is wrong, and where: %j", async (lines, message) => {
    const told = await failing(pack(...lines));
    expect(told).toMatch(message);
  });

  it("does not take the name of a set with other rows than that set", async () => {
    const text = pack("rows:", row("nights-1"), sections).replace("name: nights", "name: fire");
    expect(await failing(text)).toMatch(/line 1: “fire” is the name of a set of requirements/);
  });
});
