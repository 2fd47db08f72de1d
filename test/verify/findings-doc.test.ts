// docs/findings.md lists exactly the codes that the program can give, each with its usual severity.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { findingTemplates, makeFinding } from "../../src/verify/codes.ts";

const doc = readFileSync(new URL("../../docs/findings.md", import.meta.url), "utf8");

const entries = doc
  .split(/^### /m)
  .slice(1)
  .map((entry) => ({
    code: entry.split("\n")[0] ?? "",
    severity: /^- Severity: (\w+)/m.exec(entry)?.[1],
    complete: /^- Example: /m.test(entry) && /^- Remedy: /m.test(entry),
  }));

it("documents every code once, with its severity, an example and a remedy", () => {
  const codes = Object.entries(findingTemplates).map(([code, { severity }]) => ({
    code,
    severity,
    complete: true,
  }));
  const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);
  expect(entries.toSorted(byCode)).toEqual(codes.toSorted(byCode));
});

it("fills in what a message is made of", () => {
  const args = { place: "Guide 2.1", claimed: "must", said: "that it should be so" };
  expect(makeFinding("must-for-should", args, { line: 3, severity: "warning" })).toEqual({
    code: "must-for-should",
    severity: "warning",
    message: "The statement says “must” where Guide 2.1 says that it should be so.",
    line: 3,
  });
});
