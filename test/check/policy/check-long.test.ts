import { describe, expect, it } from "vitest";
import { readReport } from "../../../src/check/read-report.ts";
import { findAllQuotes } from "../../../src/verify/quotes.ts";
import { paragraph } from "../../extract/word/make-docx.ts";
import { check, checkBody } from "./check-written.ts";

/** Time goes by the length of a text: what goes by its square takes minutes here. */
function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

describe("a long paragraph", () => {
  it("is checked to its end, in one pass", async () => {
    const filler = "The deputy winds the clock, and the cook is told of it. ".repeat(8000);
    const started = performance.now();
    const [finding, ...more] = await checkBody(
      paragraph(`${filler}The rota is kept under regulation 77. ${filler}`),
    );
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: "reference-missing", reference: "regulation 77" });
    // Of the paragraph a part, by which the place is found again.
    expect(finding?.within).toContain("The rota is kept under regulation 77.");
    expect(finding?.within?.length).toBeLessThan(10_000);
  });

  it("without an end of a sentence, or a space, is as well", async () => {
    expect(await check(`${"[".repeat(50_000)} regulation 77 ${"y".repeat(50_000)}`)).toEqual([
      "reference-missing: regulation 77",
    ]);
  });

  it.each(["[", "(", "“", '"', "<a", "`*_", ". ", "![a](", "_"])(
    "of %s alone is read in one pass",
    (part) => {
      expect(timed(() => readReport(part.repeat(20_000)))).toBeLessThan(5000);
      expect(timed(() => findAllQuotes(part.repeat(60_000)))).toBeLessThan(2000);
    },
  );

  it("has its statements and their lines in a report", () => {
    const text = `${"The deputy winds the clock.\nThe cook is told. ".repeat(5000)}`;
    const [part] = readReport(text).parts;
    expect(part?.statements.length).toBe(10_000);
    expect(part?.statements.at(-1)?.line).toBe(5001);
  });
});
