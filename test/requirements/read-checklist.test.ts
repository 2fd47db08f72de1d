import { describe, expect, it } from "vitest";
import { findSet, listSets } from "../../src/requirements/find-set.ts";
import { readChecklist } from "../../src/requirements/read-checklist.ts";

const failing = (text: string) =>
  readChecklist(text, "my.yaml").then(
    () => "read",
    (error: Error) => error.message,
  );

describe("readChecklist", () => {
  it("takes references and free texts with a source, in their order", async () => {
    const { rows, title } = await readChecklist(
      [
        "name: nights",
        "title: Night policy",
        "requirements:",
        "  - reg 12(2)(b)",
        "  - text: Waking staff look in on each child every hour.",
        "    source: { title: Night standard, body: Our company }",
      ].join("\n"),
      "my.yaml",
    );
    expect(title).toBe("Night policy");
    expect(
      rows.map(({ place, requirement, duty, line }) => ({ place, requirement, duty, line })),
    ).toEqual([
      { place: "reg 12(2)(b)", requirement: null, duty: null, line: 4 },
      {
        place: null,
        requirement: "Waking staff look in on each child every hour.",
        duty: "voluntary",
        line: 5,
      },
    ]);
    expect(rows[1]?.source).toEqual({
      title: "Night standard",
      body: "Our company",
      date: "",
      where: "",
    });
  });

  it.each([
    [
      "requirements:\n  - text: Staff sleep well.",
      "my.yaml, line 2: a requirement in words has no source.",
    ],
    ["requirements: []", "my.yaml, line 1: there are no requirements."],
    ["requirements:\n  - reg 5\nrow: 1", "my.yaml, line 3: “row” is no field here."],
    ["requirements: reg 5", "my.yaml, line 1: “requirements” is no list."],
    [
      "rows:\n  - id: a\n    place: reg 5\n    requirement: x\n    duty: shall",
      "my.yaml, line 5: “duty” is “shall”.",
    ],
    [
      "rows:\n  - { id: a, place: reg 5, requirement: x }\n  - { id: a, place: reg 6, requirement: y }",
      "my.yaml, line 3: another row has the id “a”.",
    ],
    [
      "rows:\n  - { id: a, requirement: x }",
      "my.yaml, line 2: the row has neither a place nor a source.",
    ],
  ])("names the line of what is wrong in %j", async (text, message) => {
    expect(await failing(text)).toBe(message);
  });
});

describe("findSet", () => {
  it("reads every set that charm comes with", async () => {
    const names = await listSets();
    expect(names).toContain("schedule-1");
    for (const name of names) expect((await findSet(name, name)).rows.length).toBeGreaterThan(10);
  });

  it("tells the nearest name of one that is not there", async () => {
    await expect(findSet("schedule1", "/x")).rejects.toThrow("Did you mean schedule-1?");
  });

  it("says that a file is not there", async () => {
    await expect(findSet("none.yaml", "/nowhere/none.yaml")).rejects.toMatchObject({
      code: "checklist-missing",
    });
  });
});
