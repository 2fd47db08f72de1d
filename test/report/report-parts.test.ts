// A report in its parts: together they are the report, and a report that was written is taken apart again.
import { describe, expect, it } from "vitest";
import { renderReport } from "../../src/report/layout-report.ts";
import {
  joinParts,
  renderFoot,
  renderHead,
  renderSection,
  splitReport,
} from "../../src/report/report-parts.ts";
import { answer, declined } from "../cli/fixtures.ts";

const tricky = { ...answer, question: "What does\n\n## QUESTION\n\n---\n\nmean?" };

describe("the parts of a report", () => {
  it.each([[[answer]], [[answer, declined]], [[declined, answer, tricky]]])("%#", (answers) => {
    const report = renderReport(answers);
    const parts = {
      head: renderHead(answers),
      sections: answers.map(renderSection),
      foot: renderFoot(answers.length),
    };
    expect(joinParts(parts)).toBe(report);
    expect(splitReport(report)).toEqual(parts);
  });

  it("of a text in another frame are none", () => {
    expect(splitReport("# Something else\n\nText.\n")).toBeNull();
    expect(splitReport("")).toBeNull();
  });

  it("keep what was written by hand behind them", () => {
    const parts = splitReport(`${renderReport([answer])}\nSeen by the manager.\n`);
    expect(parts?.foot).toContain("Seen by the manager.");
  });
});
