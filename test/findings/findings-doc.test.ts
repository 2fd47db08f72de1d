// docs/findings.md lists exactly the codes that the program can give, each with its usual severity.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { findingTemplates } from "../../src/findings/codes.ts";
import { makeFinding, tellWithheld } from "../../src/findings/finding.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const entries = readFileSync(join(root, "docs/findings.md"), "utf8")
  .split(/^### /m)
  .slice(1)
  .map((entry) => ({
    code: entry.split("\n")[0] ?? "",
    severity: /^- Severity: (\w+)/m.exec(entry)?.[1],
    complete: /^- Example: /m.test(entry) && /^- Remedy: /m.test(entry),
  }));

describe("docs/findings.md", () => {
  it("documents every code with its severity", () => {
    for (const [code, { severity }] of Object.entries(findingTemplates)) {
      expect(entries.filter((entry) => entry.code === code)).toEqual([
        { code, severity, complete: true },
      ]);
    }
  });

  it("documents no code that the program cannot give, and none twice", () => {
    expect(entries.map(({ code }) => code).filter((code) => !(code in findingTemplates))).toEqual(
      [],
    );
    expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
  });
});

describe("a finding", () => {
  it("is made by makeFinding alone, which words it", () => {
    const names = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
    const codes = Object.keys(findingTemplates).join("|");
    const literal = new RegExp(`code: "(?:${codes})"`);
    const elsewhere = names.filter(
      (name) => name.endsWith(".ts") && literal.test(readFileSync(join(root, "src", name), "utf8")),
    );
    expect(elsewhere).toEqual([]);
  });

  it("has the message that its code and arguments make", () => {
    const args = { variant: "should", place: "Guide 2.1", claimed: "must {place}" } as const;
    expect(makeFinding("must-for-should", args, { line: 3, severity: "warning" })).toEqual({
      code: "must-for-should",
      severity: "warning",
      message: "The statement says “must {place}” where Guide 2.1 says that it should be so.",
      line: 3,
      args,
    });
  });

  it("on a statement that is left out is no error, and says so", () => {
    const finding = makeFinding("key-unknown", { key: "Guide 9" });
    const statement = { text: "All is well.", fate: "left-out" } as const;
    expect(tellWithheld(finding, statement)).toMatchObject({
      severity: "warning",
      message: "Left out: “All is well.” “Guide 9” is the key of no evidence that was given.",
      statement,
    });
    expect(tellWithheld(finding, { ...statement, fate: "unverified" })).toMatchObject({
      severity: "error",
      message: expect.stringContaining("Shown as unverified: “All is well.”"),
    });
  });
});
