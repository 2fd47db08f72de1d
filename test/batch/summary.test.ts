// What the summary of a batch tells, and in which order.
import { describe, expect, it } from "vitest";
import { summarise, type SettledJob } from "../../src/batch/summary.ts";
import { writeSummary } from "../../src/batch/write-summary.ts";
import { writeSummaryXlsx } from "../../src/batch/write-summary-xlsx.ts";
import { extractXlsx } from "../../src/extract/sheets/extract-xlsx.ts";
import { larch, makeJob, nothing, rowan } from "./made-batch.ts";

const conflict = { about: "Ages", sides: ["“8 to 12” (a.md)", "“9 to 12” (b.md)"] };
const blank = { section: "Control", text: "document number" };
const done = (file: string, record: Partial<SettledJob["record"]>, home = larch): SettledJob => ({
  job: makeJob("/out", file, { home, homeName: home.name }),
  record: { ...nothing, ...record },
  failure: null,
  edited: false,
});
const settled: SettledJob[] = [
  done("l/a.md", {
    blanks: [blank, { section: "Night", text: "who *is* awake" }],
    conflicts: [conflict],
  }),
  done("l/b.md", {
    blanks: [blank],
    conflicts: [conflict],
    errors: [{ code: "quote-missing", message: "The quote is not there.", line: 7 }],
  }),
  {
    job: makeJob("/out", "r/c.md", { line: 31, home: rowan, homeName: rowan.name }),
    record: null,
    failure: { code: "pack-unknown", message: "There is no pack “c”.", hint: "Look for it." },
    edited: false,
  },
  { ...done("r/d.md", {}, rowan), edited: true },
];
const summary = summarise("m.yaml", settled);

describe("the summary", () => {
  it("counts jobs, and tells a home's contradictions once", () => {
    expect(summary).toMatchObject({ jobs: 4, done: 3, failed: 1, withErrors: 1 });
    expect(summary.homes[0]?.conflicts).toEqual([{ ...conflict, files: ["l/a.md", "l/b.md"] }]);
  });

  it("has blanks, errors, contradictions per home in that order, and failed jobs with their line", () => {
    const text = writeSummary(summary);
    const [, ofLarch = ""] = /## Larch House\n([\s\S]*?)\n## /.exec(text) ?? [];
    const heads = [...ofLarch.matchAll(/^### (\w+)/gm)].map(([, word]) => word);
    expect(heads).toEqual(["Blanks", "Errors", "Contradictions"]);
    expect(ofLarch).toContain("- Control: document number (all 2 files)");
    expect(ofLarch).toContain("- l/a.md\n  - Night: who \\*is\\* awake");
    expect(ofLarch).toContain("- l/b.md, line 7: The quote is not there.");
    expect(text).toMatch(/## Jobs that failed\n\n- line 31 \(Rowan’s End, .*There is no pack “c”/);
    expect(text).toContain("### Changed by hand, and left as they are\n\n- r/d.md");
    expect(text).toBe(writeSummary(summarise("m.yaml", structuredClone(settled))));
  });

  it("is the same workbook twice, and texts are no formulas in it", async () => {
    const nasty = summarise("m.yaml", [
      done("l/=a.md", { blanks: [{ section: "=1+1", text: "@x" }] }),
    ]);
    const bytes = await writeSummaryXlsx(nasty);
    expect(Buffer.from(await writeSummaryXlsx(nasty)).equals(Buffer.from(bytes))).toBe(true);
    const lines = extractXlsx(await writeSummaryXlsx(summary)).pages.flatMap((page) =>
      page.lines.map(({ text }) => text),
    );
    const text = lines.join("\n");
    for (const part of ["document number", "quote is not there", "9 to 12", "31", "Look for it."])
      expect(text).toContain(part);
  });
});
