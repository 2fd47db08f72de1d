// Names of outputs by the pattern of a manifest.
import { describe, expect, it } from "vitest";
import { faultIn } from "../../src/batch/fault.ts";
import type { Asked } from "../../src/batch/manifest.ts";
import { nameFolders, nameOutputs } from "../../src/batch/name-outputs.ts";

const pack: Asked = { kind: "pack", pack: "packs/Night Care.yaml", facts: null, date: null };
const question: Asked = { kind: "question", question: "Why?", number: 3 };

function name(pattern: string, asked: Asked = pack, output: string | null = null): string[] {
  const manifest = { pattern, patternLine: 4, formats: ["md"] as const };
  const job = { line: 9, asked, output };
  const home = nameFolders(["St Mary’s (North)"]).get("St Mary’s (North)") ?? null;
  return nameOutputs(job, home, manifest, faultIn("m.yaml")).map(({ file }) => file);
}

describe("the name of an output", () => {
  it("follows the pattern, in letters that every system takes", () => {
    expect(name("{home}/{job}.{format}")).toEqual(["st-mary-s-north/night-care.md"]);
    expect(name("{ pack }")).toEqual(["night-care.md"]);
    expect(name("q/{question}.md", question)).toEqual(["q/question-3.md"]);
    expect(name("{job}", question, "own/{home}.md")).toEqual(["own/st-mary-s-north.md"]);
  });

  it.each([
    ["{hoem}.md", pack, null, /line 4: \{hoem\} is not known.*/],
    ["{question}.md", pack, null, /line 4: \{question\} stands for nothing/],
    ["{job}.pdf", pack, null, /line 4: .* has an ending that charm does not write/],
    ["{job}", pack, "{x}", /line 9: \{x\}/],
  ])("is refused: %s", (pattern, asked, output, message) => {
    expect(() => name(pattern, asked, output)).toThrow(message);
  });

  it("is one that Windows takes, whatever a pack is called", () => {
    const asked = { ...pack, pack: "packs/CON.yaml" };
    expect(name("{home}/{job}.{format}", asked)).toEqual(["st-mary-s-north/con_.md"]);
  });
});

describe("folders of homes", () => {
  const names = (...homes: string[]) => [...nameFolders(homes).values()];

  it("are plain where nothing is against it", () => {
    expect(names("Elm House", "Elm House", "Tŷ Gwyn", "COM1", "nul")).toEqual([
      "elm-house",
      "tŷ-gwyn",
      "com1_",
      "nul_",
    ]);
  });

  it("are never the same for two homes, and do not depend on their order", () => {
    const alike = ["A & B", "A B", "A: B.", "A – B"];
    const forwards = names(...alike);
    expect(new Set(forwards).size).toBe(alike.length);
    expect(names(...alike.toReversed())).toEqual(forwards.toReversed());
    for (const one of forwards) expect(one).toMatch(/^a-b-[0-9a-f]{6}$/);
    expect(new Set(names("???", "!!!", "unnamed")).size).toBe(3);
  });

  it("are short enough for any disk", () => {
    const [one = "", two = ""] = names(`${"Long ".repeat(80)}A`, `${"Long ".repeat(80)}B`);
    expect(one).not.toBe(two);
    expect(one.length).toBeLessThan(70);
  });
});
