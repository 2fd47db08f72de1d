// Titles, versions and dates of documents as providers write them: lines as a reader of Word files gives them.
import { describe, expect, it } from "vitest";
import type { Extraction, FlowExtraction, FlowLine } from "../../src/extract/page.ts";
import { noInfo } from "../../src/extract/page.ts";
import { flowLine } from "../../src/extract/flow/flow-page.ts";
import { identifyDocument } from "../../src/identify/identify-document.ts";

type Look = Partial<Pick<FlowLine, "size" | "bold" | "heading" | "cells">>;
type Written = string | readonly [string, Look] | readonly string[];

const title: Look = { heading: 1, size: 26 };
const h1: Look = { heading: 1, size: 16, bold: true };
const h2: Look = { heading: 2, size: 13, bold: true };
const large: Look = { size: 20, bold: true };
const bold: Look = { bold: true };
const body = [
  "Staff read this at the start of every shift and sign the sheet in the office when they have done so.",
  "A worker who finds a fault writes it into the book, tells the manager and stays until it is mended.",
];

/** A text is a paragraph, a text with its look is set off, and a list of texts is a row of a table. */
function word(lines: readonly Written[], more: Partial<FlowExtraction> = {}): FlowExtraction {
  const isLook = (line: Written): line is readonly [string, Look] => typeof line[1] === "object";
  return {
    form: "flow",
    pages: [
      {
        number: null,
        lines: lines.map((line) => {
          if (typeof line === "string") return { ...flowLine({ text: line }), size: 11 };
          if (isLook(line)) return { ...flowLine({ text: line[0] }), size: 11, ...line[1] };
          return { ...flowLine({ text: line.join(" | "), cells: line }), size: 11 };
        }),
        footnotes: [],
      },
    ],
    pageCount: null,
    info: noInfo,
    problems: [],
    running: [],
    leftOut: [],
    ...more,
  };
}

/** The same as lines printed on one page. */
function printed({ pages, ...rest }: FlowExtraction): Extraction {
  const position = { left: 70, right: 300, baseline: 0, font: "f1" };
  const page = { number: 1, label: null, width: 595, height: 842, footnotes: [] };
  const print = ({ text, marks, size, italic, cells, ...line }: FlowLine) => {
    const look = { size, italic, bold: line.bold };
    return { text, marks, cells, ...look, ...position };
  };
  const lines = pages.flatMap((each) => each.lines).map(print);
  return { ...rest, form: "printed", pages: [{ ...page, lines }], pageCount: 1 };
}

function identify(extraction: Extraction, file = "Scan 0007.docx") {
  const source = { file, path: `/corpus/${file}`, bytes: 1, modified: 1, declared: {} };
  return identifyDocument(source, "a".repeat(64), extraction);
}

const running = (...lines: string[]) => identify(word(body, { running: lines }));
const named = (...lines: Written[]) => identify(word([...lines, ...body])).title;

describe("the title of a policy", () => {
  it.each<[string, readonly Written[]]>([
    [
      "large above a styled heading",
      [
        ["Lone working", large],
        ["Policy Statement", h1],
      ],
    ],
    [
      "in capitals above one",
      [
        ["LONE WORKING", bold],
        ["Introduction", h2],
      ],
    ],
    [
      "in the style for titles",
      [
        ["Lone working", title],
        ["Purpose", h1],
      ],
    ],
    [
      "below a house in larger letters",
      [
        ["Marsh Lodge", { size: 28, bold: true }],
        ["Lone working", large],
      ],
    ],
    [
      "below a company",
      [
        ["Brightwater Care Services Ltd", large],
        ["Lone working", { size: 18, bold: true }],
        ["1. Introduction", h1],
      ],
    ],
    [
      "above a house",
      [
        ["Lone working", large],
        ["Marsh Lodge Children’s Home", large],
      ],
    ],
    [
      "below a date",
      [
        ["3 May 2024", bold],
        ["Lone working", bold],
      ],
    ],
    [
      "below a bare kind",
      [
        ["POLICY", large],
        ["Lone working", large],
      ],
    ],
    [
      "in a table",
      [
        ["Policy title", "Lone working"],
        ["Version", "4"],
        ["Purpose", h1],
      ],
    ],
    ["after a label", ["Policy name: Lone working", ["Introduction", h1]]],
    ["plain, and the first words", ["Lone working"]],
    [
      "below marks of confidence",
      [
        ["Private and confidential", bold],
        ["Lone working", bold],
      ],
    ],
    [
      "below the number of the document",
      [
        ["Document No: 17 Version: 3", {}],
        ["Lone working", large],
      ],
    ],
    [
      "below how to reach the house",
      [
        ["Marsh Lodge", large],
        ["Tel: 01234 567890", {}],
        ["office@marsh.test", {}],
        ["Lone working", { size: 16, bold: true }],
      ],
    ],
    [
      "the subject of a letter",
      ["12 June 2024", "The Manager", "Marsh Lodge", "Dear Ms Reed", ["Lone working", bold]],
    ],
    [
      "the subject of a letter, plain",
      ["Tuesday 11 June 2024", "Dear Sir or Madam", "Re: Lone working"],
    ],
  ])("%s", (_where, lines) => {
    expect(named(...lines).toLowerCase()).toBe("lone working");
  });

  it("names a kind of document rather than a house, in smaller letters too", () => {
    const lines: Written[] = [
      ["The Willows", { size: 28, bold: true }],
      ["Food policy", large],
    ];
    expect(named(...lines)).toBe("Food policy");
  });

  it("may stand in a cell at the top, or in a header, where nothing else is one", () => {
    const row = ["Marsh Lodge", "Food policy", "Page 1"];
    expect(named(row, ["Purpose", h1])).toBe("Food policy");
    const header = { running: ["Marsh Lodge | Food policy v2 | Page 1 of 3"] };
    const purpose: Written[] = [["Purpose", h1], ...body];
    expect(identify(word(purpose, header)).title).toBe("Food policy");
    expect(identify(word(purpose, header), "Food 2024.docx").title).toBe("Food policy");
    expect(identify(word(purpose, header), "Lone working.docx").title).toBe("Lone working");
  });

  it.each<[string, readonly Written[], string]>([
    [
      "below a house in a heading of the same level",
      [
        ["Marsh Lodge", h1],
        ["Lone working", h1],
        ["Why we have this policy", h2],
      ],
      "Lone working",
    ],
    [
      "below a house in letters of the same size, above headings as large",
      [
        ["Marsh Lodge", { size: 24 }],
        ["Statement of Purpose", { size: 24 }],
        ["Care", { ...h1, size: 24 }],
      ],
      "Statement of Purpose",
    ],
    [
      "below its number",
      [
        ["Policy No: 23", bold],
        ["Lone working", bold],
        ["Issued: Sept 2023", bold],
      ],
      "Lone working",
    ],
  ])("stands %s, in paragraphs and in printed lines", (_where, lines, expected) => {
    const flow = word([...lines, ...body], { info: { ...noInfo, title: "Fire Policy" } });
    expect(identify(flow).title).toBe(expected);
    expect(identify(printed(flow)).title).toBe(expected);
  });

  it("goes on in a line of its own", () => {
    expect(named(["Lone working", large], ["Policy and Procedure", large], ["Aims", h1])).toBe(
      "Lone working Policy and Procedure",
    );
  });

  it.each<[string, readonly Written[], string]>([
    [
      "a house that is part of it",
      [["Marsh Lodge – Fire risk assessment", large]],
      "Marsh Lodge – Fire risk assessment",
    ],
    [
      "what every home must have",
      [
        ["Marsh Lodge", large],
        ["Statement of Purpose", large],
      ],
      "Statement of Purpose",
    ],
    [
      "words that sections use too",
      [
        ["Visitors policy and procedure", large],
        ["Scope", h1],
      ],
      "Visitors policy and procedure",
    ],
    ["a question", [["Who looks after me?", large]], "Who looks after me?"],
    ["a place to live", [["Moving on from our home", large]], "Moving on from our home"],
  ])("is %s", (_what, lines, expected) => {
    expect(named(...lines)).toBe(expected);
  });

  it.each<[string, readonly Written[]]>([
    ["a house alone", [["Marsh Lodge", large]]],
    ["a section", [["Policy Statement", h1]]],
    [
      "a numbered section",
      [
        ["1.0 Aims and Objectives", h1],
        ["2.0 Scope", h1],
      ],
    ],
    ["a date", [["12th of June 2024", large]]],
    ["a sentence", [["Staff must always lock the door.", bold]]],
    [
      "one of several headings alike",
      [["Bedrooms", h1], "x", ["Gardens", h1], "x", ["Kitchens", h1]],
    ],
    [
      "a letter without a subject",
      ["Dear parent", "we are writing to tell you of a change that has been made"],
    ],
    ["who it is for", ["To: all night staff", ["Background", h1]]],
  ])("is the file's name where there is only %s", (_what, lines) => {
    expect(identify(word([...lines, ...body]), "own/Lone_working.docx").title).toBe("Lone working");
  });

  it("is never what the metadata kept of another file", () => {
    const stale = { ...noInfo, title: "Complaints policy" };
    const read = (lines: readonly Written[], file: string) =>
      identify(word([...lines, ...body], { info: stale }), file).title;
    expect(read([["Lone working policy", large]], "a.docx")).toBe("Lone working policy");
    expect(read([["Purpose", h1]], "Lone working.docx")).toBe("Lone working");
    expect(read([["Purpose", h1]], "Complaints.docx")).toBe("Complaints policy");
  });
});

describe("the version of a policy", () => {
  it.each([
    ["Version 3.1 | Approved 4 March 2025 | Next review March 2026", "3.1"],
    [
      "Document Number: HR 12 Version No: 1 Review Date: June 2024 Next Review Date: June 2025",
      "1",
    ],
    ["Lone working v2.4 – page 3 of 9", "2.4"],
    ["Issue 7 – May 2024", "7"],
    ["Rev. 2", "2"],
    ["Licensed under the Open Government Licence v3.0", null],
    ["Page 3 of 9", null],
  ])("stands in the footer %j", (footer, version) => {
    expect(running(footer).version).toBe(version);
  });

  it.each<[Written, string | null]>([
    ["Version 5.3 June 2022", "5.3"],
    ["Version 2 – 14/06/2024", "2"],
    [["Version", "2"], "2"],
    [["Version number", "2", "Date", "June 2024"], "2"],
    ["V2.0", "2.0"],
    ["Version 2 of the form replaces version 1", null],
    ["Harbour Care Ltd. Version 3.0, issued 5 January 2026", "3.0"],
    ["v2.1 | Last reviewed 3 February 2026", "2.1"],
    ["Rev 4 Effective from 1st March 2026", "4"],
    ["Issue 1 – Bedrooms", null],
  ])("stands on the cover: %j", (line, version) => {
    expect(identify(word([["Lone working", large], line, ...body])).version).toBe(version);
  });

  it("is the highest of a table of versions, with its date", () => {
    const history: Written[] = [
      ["Version", "Date", "Author", "Change"],
      ["1", "June 2022", "JB", "First issue"],
      ["2", "4 May 2024", "JB", "Reviewed"],
      ["1.5", "May 2023", "JB", "Reviewed"],
    ];
    expect(identify(word([...body, ...history]))).toMatchObject({
      version: "2",
      date: "2024-05-04",
    });
  });
});

describe("the date of a policy", () => {
  it.each([
    ["Version 3.1 – Approved: 4 March 2025 – Review due: March 2026", "2025-03-04"],
    ["Version No: 1 Review Date: June 2024 Next Review Date: June 2025", "2024-06"],
    ["Reviewed: 1.2.2024 | Next review: 1.2.2025", "2024-02-01"],
    ["Last reviewed 01/02/24", "2024-02-01"],
    ["Approved by the responsible individual on 4th of March 2025", "2025-03-04"],
    ["Date of issue: 4-Mar-2025; expires 4-Mar-2027", "2025-03-04"],
    ["Effective from Monday 3 March 2025", "2025-03-03"],
    ["Issued March 4, 2025", "2025-03-04"],
    ["Policy date: May 2024", "2024-05"],
    ["Review date: June 2030", null],
    ["Next review due by June 2030", null],
    ["To be reviewed by 1 June 2030", null],
    ["Valid until 1 June 2030", null],
    ["Printed 1 June 2024", null],
  ])("stands in the footer %j", (footer, date) => {
    expect(running(footer).date).toBe(date);
  });

  it.each<[readonly Written[], string | null]>([
    [
      [
        ["Approved by", "J. Reed"],
        ["Date approved", "5 May 2024"],
        ["Next review", "May 2025"],
      ],
      "2024-05-05",
    ],
    [[["Issue date", "May 2024", "Review date", "May 2025"]], "2024-05"],
    [["Last updated", "15 June 2023"], "2023-06-15"],
    [["Next review", "March 2030"], null],
    [["Review date:", "March 2030"], null],
    [["Date of birth: 4 May 2012"], null],
    [["Date of next meeting", "4 May 2030"], null],
    [["Children moved in on 4 May 2012 and have stayed."], null],
    [[["30 June 2025", h1]], null],
    [["12 June 2024"], "2024-06-12"],
    [["Published 1 May 2020", "Updated 3 May 2024"], "2024-05-03"],
  ])("stands on the cover: %j", (lines, date) => {
    expect(identify(word([["Lone working", large], ...lines, ...body])).date).toBe(date);
  });

  it("may stand in a table at the end", () => {
    expect(identify(word([...body, ...body, ["Date reviewed", "5 May 2024"]])).date).toBe(
      "2024-05-05",
    );
  });
});
