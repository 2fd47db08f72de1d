// docs/findings.md lists exactly the codes that the program can give, each with its usual severity.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { findingTemplates, makeFinding } from "../../src/verify/codes.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const entries = readFileSync(join(root, "docs/findings.md"), "utf8")
  .split(/^### /m)
  .slice(1)
  .map((entry) => ({
    code: entry.split("\n")[0] ?? "",
    severity: /^- Severity: (\w+)/m.exec(entry)?.[1],
    complete: /^- Example: /m.test(entry) && /^- Remedy: /m.test(entry),
  }));

interface Written {
  readonly file: string;
  readonly code: string;
  readonly severity: string | undefined;
}

/** Codes in files that make findings: literals of the type, and calls of a function that makes errors. */
function readWritten(): Written[] {
  const names = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".ts"))
    .flatMap((file) => {
      const text = readFileSync(join(root, "src", file), "utf8");
      if (!/from "[./]*(?:verify\/)?finding\.ts"/.test(text)) return [];
      const literals = text.matchAll(/code: "([a-z-]+)",\s*severity: "(\w+)"/g);
      const errors = text.matchAll(/\berror\(\s*"([a-z-]+)"/g);
      return [
        ...[...literals].map(([, code = "", severity]) => ({ file, code, severity })),
        ...[...errors].map(([, code = ""]) => ({ file, code, severity: "error" })),
      ];
    });
}

const written = readWritten();
const templates = Object.entries(findingTemplates).map(([code, { severity }]) => ({
  code,
  severity,
}));

describe("docs/findings.md", () => {
  it("documents every code of verification with its severity", () => {
    for (const { code, severity } of templates) {
      expect(entries.filter((entry) => entry.code === code)).toEqual([
        { code, severity, complete: true },
      ]);
    }
  });

  it("documents every code that is written elsewhere in the source with its severity", () => {
    const codes = written.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining([
        "key-unknown",
        "statement-revised",
        "revision-not-made",
        "prompt-cut",
      ]),
    );
    for (const { file, code, severity } of written) {
      const documented = entries.filter((entry) => entry.code === code);
      expect({ file, documented }).toEqual({
        file,
        documented: [{ code, severity, complete: true }],
      });
    }
  });

  it("documents no code that the program cannot give, and none twice", () => {
    const known = new Set([...templates, ...written].map(({ code }) => code));
    expect(entries.map(({ code }) => code).filter((code) => !known.has(code))).toEqual([]);
    expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
  });

  it("misses no finding that is made in a way this test does not read", () => {
    const names = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
    const made = names
      .filter((name) => name.endsWith(".ts"))
      .flatMap((file) => {
        const text = readFileSync(join(root, "src", file), "utf8");
        return [...text.matchAll(/makeFinding\(\s*"([a-z-]+)"/g)].map(([, code]) => code ?? "");
      });
    expect(made.filter((code) => !(code in findingTemplates))).toEqual([]);
  });
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
