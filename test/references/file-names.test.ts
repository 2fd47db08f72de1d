// Which document the name of a file means.
import { describe, expect, it } from "vitest";
import { documentsOfFile } from "../../src/references/file-names.ts";

const documents = [
  { file: "rowan/policy.md" },
  { file: "elm/policy.md" },
  { file: "Guide_to_homes 1.pdf" },
];

describe("documentsOfFile", () => {
  it.each([
    ["elm/policy.md", ["elm/policy.md"]],
    ["Elm\\Policy.md", ["elm/policy.md"]],
    ["policy.md", ["rowan/policy.md", "elm/policy.md"]],
    ["oak/policy.md", ["rowan/policy.md", "elm/policy.md"]],
    ["guide to homes%201.pdf", ["Guide_to_homes 1.pdf"]],
    ["plan.pdf", []],
  ])("%s means %j", (written, files) => {
    expect(documentsOfFile(written, documents).map(({ file }) => file)).toEqual(files);
  });
});
