// What is due by its date: each kind with what is none, on documents of a fictional home.
import { describe, expect, it } from "vitest";
import type { Piece } from "../../src/check/policy/policy.ts";
import type { Paper } from "../../src/lock/paper.ts";
import { hashText } from "../../src/lock/normal-text.ts";
import { findDue, type CitedProvision } from "../../src/use-cases/due.ts";

const law: Readonly<Record<string, string>> = {
  "regulation 46(1)": "Look at the place at least once in each calendar year.",
  "regulation 45(1)": "Review the care at least once every 6 months.",
  "regulation 16(3)(b)": "Send a copy within 28 days of the revision.",
};

const cite = async (reference: string): Promise<CitedProvision | null> => ({
  name: reference,
  file: "Law.pdf",
  page: 1,
  text: law[reference] ?? "",
});

function paper(file: string, lines: readonly string[], change: Partial<Paper> = {}): Paper {
  const pieces = lines.map((text): Piece => ({
    kind: "text",
    text,
    headings: ["Control"],
    page: null,
    line: null,
  }));
  return { file, home: null, title: null, date: null, pieces, locked: null, ...change };
}

/** A home that has all that is asked for on the day of the tests. */
const location = paper("own/Location_assessment.docx", ["Date of assessment: 4 May 2026"]);
const quality = paper("own/Regulation 45.docx", ["Completed: 1 October 2026"]);
const today = "2026-12-01";

async function codesOf(papers: readonly Paper[], day = today): Promise<string[]> {
  const { due } = await findDue(papers, [], day, cite);
  return due.map(({ code, overdue, by }) => `${code}${overdue ? " overdue" : ""} ${by ?? "?"}`);
}

describe("a next review", () => {
  it.each([
    ["Next Review Date: June 2025", "2025-06"],
    ["Review Date: June 2024 Next Review Date: 30/06/2025", "2025-06-30"],
    ["This policy is due for review by 1 November 2026.", "2026-11-01"],
    ["Next review date: 2025", "2025"],
    ["Owner: J Keeper Next Review: Sept 2026", "2026-09"],
    ["Date to be reviewed: 1 May 2026", "2026-05-01"],
  ])("“%s” has passed", async (line, by) => {
    const codes = await codesOf([location, quality, paper("own/P.docx", [line])]);
    expect(codes).toEqual([`review-passed overdue ${by}`]);
  });

  it.each([
    "Next Review Date: December 2026",
    "Next review: 2027",
    "Last review date: June 2024",
    "Review Date: June 2024",
    "The review of the placement was due by 1 March 2026 and was held.",
    "The child's next review was held on 4 May 2025.",
    "Each child's plan will be reviewed by 1 May 2025 at the latest.",
    "Records of staff are to be reviewed by 1 May 2025.",
  ])("“%s” has not", async (line) => {
    expect(await codesOf([location, quality, paper("own/P.docx", [line])])).toEqual([]);
  });
});

describe("the review of the location", () => {
  const held = (lines: readonly string[], file = "own/Location review.docx") =>
    codesOf([quality, paper(file, lines)]);

  it.each([
    [["Reviewed: 3 May 2025"], "location-review 2026-12-31"],
    [["Reviewed: 3 May 2024"], "location-review overdue 2025-12-31"],
    [["Reviewed: May 2025"], "location-review 2026-12-31"],
    [["Date", "12/03/2024"], "location-review overdue 2025-12-31"],
    [["No date at all."], "location-review 2026-12-31"],
  ])("dated %s", async (lines, told) => {
    expect(await held(lines)).toEqual([told]);
  });

  it("is not dated by its next review, or by what it tells of", async () => {
    const lines = ["Reviewed: 3 May 2024", "Next review: 3 May 2027", "Born 5 May 2026."];
    expect(await held(lines)).toEqual(["location-review overdue 2025-12-31"]);
  });

  it.each([
    [["Date of review: 2 January 2026"], "own/Location review.docx"],
    [["Reviewed: 3 May 2024", "Reviewed: 4 June 2026"], "own/Location review.docx"],
    [["Nothing"], "own/Location review 2026.docx"],
    [["Signed: A. Keeper, 4 February 2026"], "own/Locality risk assessment.docx"],
    [["Date of review: 14 December 2026"], "own/Reg 46 review.docx"],
  ])("is done by %s in %s", async (lines, file) => {
    expect(await held(lines, file)).toEqual([]);
  });

  it("is not looked for in a policy on it", async () => {
    const lines = ["Reviewed: 3 May 2026"];
    expect(await held(lines, "own/Location review policy.docx")).toEqual([
      "location-review 2026-12-31",
    ]);
  });

  it("is not told overdue of a home without any, and of nobody without documents", async () => {
    expect(await codesOf([quality])).toEqual(["location-review 2026-12-31"]);
    expect(await codesOf([])).toEqual([]);
  });
});

describe("the quality of care review", () => {
  const held = (lines: readonly string[], day = today) =>
    codesOf([location, paper("own/Quality of care review.docx", lines)], day);

  it("is too old after six months to the day", async () => {
    const lines = ["Review completed on 2 February 2026"];
    expect(await held(lines, "2026-08-02")).toEqual([]);
    expect(await held(lines, "2026-08-03")).toEqual(["quality-of-care-review overdue 2026-08-02"]);
  });

  it("of a month counts to its end", async () => {
    const lines = ["Completed: August 2026"];
    expect(await held(lines, "2027-02-28")).toEqual(["location-review 2027-12-31"]);
    expect(await held(lines, "2027-03-01")).toContain("quality-of-care-review overdue 2027-02-28");
  });

  it("dated after today tells nothing", async () => {
    expect(await held(["Completed: 1 February 2027"])).toEqual([]);
  });
});

describe("the statement of purpose", () => {
  const held = (lines: readonly string[], change: Partial<Paper> = {}) =>
    codesOf([location, quality, paper("own/Statement of Purpose.docx", lines, change)]);

  it("is to be sent for 28 days after its revision", async () => {
    expect(await held(["Version 4, revised on 20 November 2026"])).toEqual([
      "statement-of-purpose 2026-12-18",
    ]);
    expect(await held(["Revised: 3 March 2026"])).toEqual([
      "statement-of-purpose overdue 2026-03-31",
    ]);
  });

  it.each([
    [["Version 4, 20 November 2026"]],
    [["Revised: 20 November 2026", "A copy was sent to Ofsted on 21 November 2026."]],
    [["Revised: 20 November 2026", "HMCI notified: 25 November 2026"]],
    [["Revised: 3 March 2020"]],
    [["It will be revised in March 2027."]],
    [["Working Together was revised in October 2026."]],
    [["Reviewed: 10 November 2026"]],
  ])("is not due by %s", async (lines) => {
    expect(await held(lines)).toEqual([]);
  });

  it("was sent before it was revised again", async () => {
    const lines = ["Sent to Ofsted on 2 May 2026", "Revised: 20 November 2026"];
    expect(await held(lines)).toEqual(["statement-of-purpose 2026-12-18"]);
  });

  it("that reads otherwise than when it was locked is due, though it gives no date", async () => {
    const lines = ["We care for five children."];
    expect(await held(lines, { locked: hashText("We care for four children.") })).toEqual([
      "statement-of-purpose ?",
    ]);
    expect(await held(lines, { locked: hashText("We care for five  children.") })).toEqual([]);
  });
});

describe("what asks for it", () => {
  it("is quoted from the library, and where that does not hold it nothing is told", async () => {
    const found = await findDue([quality], [], today, cite);
    expect(found.due[0]?.provision?.text).toBe(law["regulation 46(1)"]);
    const bare = await findDue([quality], [], today, async () => null);
    expect(bare.due).toEqual([]);
    expect(bare.notes).toEqual([
      "The library does not hold regulation 46(1), regulation 45(1), regulation 16(3)(b): nothing is said of what they ask for.",
    ]);
  });

  it("is not gone by where it says something else now", async () => {
    const changed = async (reference: string) => {
      const provision = await cite(reference);
      return provision && { ...provision, text: "At least once every 3 months." };
    };
    const { due, notes } = await findDue([quality], [], "2027-12-01", changed);
    expect(due).toEqual([]);
    expect(notes).toHaveLength(3);
  });

  it("is told of each home by itself", async () => {
    const papers = [
      { ...location, home: "Ash" },
      { ...quality, home: "Birch" },
    ];
    const { due } = await findDue(papers, ["Ash", "Birch"], today, cite);
    expect(due.map(({ code, home }) => `${home} ${code}`)).toEqual([
      "Ash quality-of-care-review",
      "Birch location-review",
    ]);
  });
});
