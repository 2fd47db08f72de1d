import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CharmError } from "../../src/errors.ts";
import { readFacts, readFactsOf } from "../../src/homes/read-facts.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-facts-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(text: string) {
  const path = join(folder, "home.yaml");
  await writeFile(path, text);
  return readFacts(path, "home.yaml");
}

describe("the home.yaml of a home", () => {
  const elm = { name: "Elm House", aliases: ["The Elms"], facts: "" };
  const readOf = async (text: string) => {
    const facts = join(folder, "home.yaml");
    await writeFile(facts, text);
    return readFactsOf({ ...elm, facts }, "home.yaml");
  };

  it.each(["Elm House", "ELM-HOUSE", "The Elms", "Elms"])("may call it %j", async (name) => {
    expect((await readOf(`name: ${name}\n`))?.name).toBe(name);
  });

  it.each(["Oak Lodge", "Elm", "Elm House Two"])("may not be that of %j", async (name) => {
    await expect(readOf(`urn: TBC\nname: ${name}\n`)).rejects.toMatchObject({
      code: "facts-invalid",
      message: `home.yaml, line 2: name is “${name}”, and charm.yaml gives this file to “Elm House”.`,
    });
  });

  it("need not be there, and is no register of thousands", async () => {
    expect(await readFactsOf({ ...elm, facts: null })).toBeNull();
    const many = "  - { name: Sam Poe, post: registered-manager }\n".repeat(20_000);
    await expect(readOf(`name: Elm House\npeople:\n${many}`)).rejects.toThrow(/too large/);
  });
});

describe("home.yaml", () => {
  it("gives every fact, and null for what is not said or left blank", async () => {
    const facts = await read(
      [
        "name: Elm House",
        "aliases: [Elm, TBC]",
        "provider: { name: Larch Care Ltd, companyNumber: 01234567 }",
        "urn: SC123456",
        "address: >",
        "  1 Mill Lane,",
        "  Ashby",
        "telephone: TBC",
        "capacity: 4",
        "ages: { from: 11, to: TBC }",
        "people:",
        "  - name: Petra Vale",
        "    post: registered-manager",
        "    from: 2024-03-01",
        "  - name: tbc",
        "    post: responsible-individual",
        "placingAuthorities: TBC",
        "documentControl:",
        "  versions: major.minor",
        "  reviewMonths: 12",
        "  approver: registered-manager",
      ].join("\n"),
    );
    expect(facts).toMatchObject({
      name: "Elm House",
      aliases: ["Elm"],
      provider: { name: "Larch Care Ltd", aliases: [], address: null, companyNumber: "01234567" },
      urn: "SC123456",
      address: "1 Mill Lane, Ashby",
      telephone: null,
      capacity: 4,
      ages: { from: 11, to: null },
      placingAuthorities: [],
      hostAuthority: null,
      documentControl: { versions: "major.minor", reviewMonths: 12 },
    });
    expect(facts.people.map(({ name, post, from }) => [name, post, from])).toEqual([
      ["Petra Vale", "registered-manager", "2024-03-01"],
      [null, "responsible-individual", null],
    ]);
    expect((await read("name: Elm\npeople:\n")).people).toEqual([]);
  });

  it.each([
    ["an empty file", "", "line 1: name cannot be left blank", "a text"],
    ["a name that is open", "name: TBC\n", "line 1: name cannot be left blank", "a text"],
    ["a list at the top", "- name: Elm\n", "line 1: the file takes", "name, aliases"],
    ["a slip in a key", "name: Elm\ncapcity: 4\n", "line 2: “capcity”", "“capacity”"],
    ["an unknown key further in", "name: E\nages:\n  form: 1\n", "line 3: “form”", "“from”"],
    ["a word for a number", "name: E\ncapacity: four\n", "line 2: capacity is “four”", "1 to 200"],
    ["a share of a child", "name: E\ncapacity: 4.5\n", "line 2", "number of children"],
    ["nobody at all", "name: E\ncapacity: 0\n", "line 2: capacity is “0”", "1 to 200"],
    ["a text for a list", "name: E\naliases: Elm\n", "line 2: aliases takes a list", "“- ”"],
    ["a list for a text", "name: E\nurn: [1]\n", "line 2: urn takes one value", "SC123456"],
    ["a number of nobody", "name: E\nurn: X1\n", "line 2: urn is “X1”", "SC123456"],
    [
      "a post that is none",
      "name: E\npeople:\n  - name: Jo Ash\n    post: registered-manger\n",
      "line 4: people.1.post is “registered-manger”",
      "“registered-manager”",
    ],
    [
      "a person without post",
      "name: E\npeople:\n  - name: Jo Ash\n",
      "line 3: people.1.post",
      "one of",
    ],
    [
      "a day in no calendar",
      "name: E\npeople:\n  - { post: other, from: 2024-02-30 }\n",
      "line 3: people.1.from, “2024-02-30”, is no date",
      "2025-03-01",
    ],
    [
      "an end before the beginning",
      "name: E\npeople:\n  - post: other\n    from: 2024-02\n    until: 2023\n",
      "line 5: people.1.until, 2023, is before from",
      "first day",
    ],
    [
      "ages the wrong way round",
      "name: E\nages: { from: 17, to: 11 }\n",
      "line 2: ages.to, 11",
      "first",
    ],
    ["what is not YAML", "name: [E\n", "line 2, is not YAML", "indentation"],
  ])("refuses %s, with its line and what is taken", async (_what, text, said, hint) => {
    const error = (await read(text).catch((cause: unknown) => cause)) as CharmError;
    expect(error).toMatchObject({ code: "facts-invalid", exitCode: 2 });
    expect(error.message).toContain(said);
    expect(error.message).toContain("home.yaml, line");
    expect(error.hint).toContain(hint);
  });

  it("says when it is not there", async () => {
    const missing = readFacts(join(folder, "none.yaml"), "none.yaml");
    await expect(missing).rejects.toMatchObject({ code: "facts-missing", exitCode: 2 });
  });

  it("has a schema of nothing but what is checked", async () => {
    const path = new URL("../../schemas/home.schema.json", import.meta.url);
    const checked =
      "type description properties required additionalProperties items enum pattern minimum maximum $ref anyOf $defs";
    const known = new Set([...checked.split(" "), "$schema", "$id", "title", "examples"]);
    type Node = Record<string, unknown>;
    const inside = ({ properties = {}, $defs = {}, items = [], anyOf = [] }: Node): Node[] => [
      ...(Object.values(properties as object) as Node[]),
      ...(Object.values($defs as object) as Node[]),
      ...([items].flat() as Node[]),
      ...(anyOf as Node[]),
    ];
    const all = (node: Node): Node[] => [node, ...inside(node).flatMap(all)];
    const nodes = all(JSON.parse(await readFile(path, "utf8")) as Node);
    expect(nodes.length).toBeGreaterThan(50);
    expect(nodes.flatMap(Object.keys).filter((key) => !known.has(key))).toEqual([]);
    // What has properties takes no others, and asks only for what cannot be left blank.
    for (const node of nodes.filter(({ properties }) => properties !== undefined)) {
      expect(node["additionalProperties"]).toBe(false);
      const asked = Object.entries(node["properties"] as Record<string, Node>)
        .filter(([, inner]) => inner["anyOf"] === undefined)
        .map(([name]) => name);
      expect(node["required"] ?? []).toEqual(asked);
    }
  });

  it("takes the example of the documentation", async () => {
    const docs = await readFile(new URL("../../docs/homes.md", import.meta.url), "utf8");
    const example = /^```yaml\n(name: [^]*?)^```$/m.exec(docs)?.[1] ?? "";
    expect((await read(example)).people.length).toBeGreaterThan(1);
  });
});
