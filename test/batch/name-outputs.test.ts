// Names of outputs by the pattern of a manifest.
import { describe, expect, it } from "vitest";
import { faultIn } from "../../src/batch/fault.ts";
import type { Asked } from "../../src/batch/manifest.ts";
import { nameOutputs } from "../../src/batch/name-outputs.ts";

const pack: Asked = { kind: "pack", pack: "packs/Night Care.yaml", facts: null, date: null };
const question: Asked = { kind: "question", question: "Why?", number: 3 };

function name(pattern: string, asked: Asked = pack, output: string | null = null): string[] {
  const manifest = { pattern, patternLine: 4, formats: ["md"] as const };
  const job = { line: 9, asked, output };
  return nameOutputs(job, "St Mary’s (North)", manifest, faultIn("m.yaml")).map(({ file }) => file);
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
});
