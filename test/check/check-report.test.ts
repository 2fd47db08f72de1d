import { describe, expect, it } from "vitest";
import { checkReport } from "../../src/check/check-report.ts";
import { fixReport } from "../../src/check/fix-report.ts";
import { readReport } from "../../src/check/read-report.ts";
import { writeFindingLine } from "../../src/findings/finding-line.ts";
import { makeFinding } from "../../src/findings/finding.ts";
import { library } from "../support/lighthouse.ts";

/** "line severity code" of each finding. */
function check(markdown: string): string[] {
  return checkReport(readReport(markdown), library).map(
    ({ line, severity, code }) => `${line} ${severity} ${code}`,
  );
}

const ours = `# AI Assistant Strategy Session Report

## QUESTION
"Who may keep a lamp house?"

## RESPONSE
**What the law requires**

- **Regulation 3(1)**: “(1) A person may only keep a lamp house if—” [1]
  - “(a) the person is patient and sober;” [1]
  - … (b), on page 2
- **Regulation 3(2)**: “(b) by the appointed date, passed the Level 4 Certificate in Lamp Tending.” [2]

**What statutory guidance expects**

- **Guide 2.2**: “The log required by regulation 4(2) should be written in ink and read aloud to new staff.” [3]

**Not found in the corpus**

- Nothing in these documents answers: must keepers wear a hat. No document speaks of Guide paragraph 7.7.

### SOURCES CONSULTED
Law:
- [1] File: Lamp_House_Regulations.pdf, Page: 2 (regulations 3(1), 3(1)(a))
- [2] File: Lamp_House_Regulations.pdf, Page: 3 (regulation 3(2)(b))

Statutory guidance:
- [3] File: Lamp_House_Guide.pdf, Page: 3 (paragraph 2.2); version 1.17; as at 2031-01

---

Engine: extractive. Library: 5 documents, fingerprint 49631a07.
This report quotes the documents named above; it is not legal advice.
`;

describe("a report of our own", () => {
  it("has no findings", () => {
    expect(check(ours)).toEqual([]);
  });

  it("has none where a model wrote it, with advice, a text to paste and what was left out", () => {
    const written = [
      "**Advice, not a requirement:** Keep the log beside the lamp.",
      "- **Oil (advice, not a requirement):** Buy it in summer.",
      "- **To ask:** Who trimmed the wick last night?",
      "- **Scenario:** The keeper sleeps and the fog comes in.",
      "**Draft text, to be checked and completed:**",
      "> Before a watch the keeper must sign here: \\[to complete: name].",
    ].join("\n\n");
    const leftOut =
      "### Left out because it could not be verified\n- “A lamp must be green.”: The statement cites nothing.";
    const report = ours
      .replace("**Not found in", `${written}\n\n**Not found in`)
      .replace("\n---\n", `\n${leftOut}\n\n---\n`);
    expect(check(report)).toEqual([]);
  });

  it("is told of a list that it cuts where nothing says so", () => {
    const gap = "\n  - … (b), on page 2";
    expect(check(ours.replace(gap, ""))).toEqual(["9 warning list-cut"]);
    // A mark is enough, though it names nothing.
    expect(check(ours.replace(gap, "\n  - …"))).toEqual([]);
  });

  it("is told of a cut list whatever the next place leaves out, and by the name beside it", () => {
    const gap = "\n  - … (b), on page 2";
    const pointed = ours
      .replace(gap, "")
      .replace("\n### SOURCES", "\n- **Regulation 3(2)**: “the lamp” … [1]\n\n### SOURCES");
    expect(check(pointed).filter((each) => each.includes("list-cut"))).toEqual([
      "9 warning list-cut",
    ]);
  });

  it("need not repeat the marker of a lead-in at the items under it", () => {
    const item = "“(a) the person is patient and sober;”";
    expect(check(ours.replace(`${item} [1]`, item))).toEqual([]);
    // The direct answer is a paragraph with its list.
    const direct = ours.replace("- **Regulation 3(1)**", "**Regulation 3(1)**");
    expect(direct).not.toBe(ours);
    expect(check(direct.replace(`  - ${item} [1]`, `- ${item}`))).toEqual([]);
  });

  it.each([
    [
      "a word of a quotation",
      "patient and sober",
      "patient or sober",
      "10 error quote-not-on-page",
    ],
    [
      "a page",
      "Page: 3 (paragraph 2.2)",
      "Page: 4 (paragraph 2.2)",
      "28 error page-paragraph-mismatch",
    ],
    ["a paragraph", "(paragraph 2.2)", "(paragraph 2.9)", "28 error reference-missing"],
    ["a regulation", "Regulation 3(1)**", "Regulation 8(1)**", "9 error reference-missing"],
    ["a label", "**Guide 2.2**", "**Guide 2.1**", "16 error reference-unsupported"],
    ["a marker", "staff.” [3]", "staff.” [4]", "16 error marker-unknown"],
    ["a file", "Lamp_House_Guide.pdf", "Harbour_Guide.pdf", "28 error document-not-in-library"],
    [
      "a page that is not there",
      "Page: 2 (regulations 3(1), 3(1)(a))",
      "Page: 12",
      "24 error reference-missing",
    ],
  ])("shows %s that was changed", (_what, from, to, expected) => {
    expect(ours).toContain(from);
    expect(check(ours.replace(from, to))).toContain(expected);
  });
});

describe("findings that a report lists of itself", () => {
  const told = writeFindingLine(
    makeFinding("statement-uncited", {
      variant: "statement",
      text: "The keeper must wear a hat within 48 hours, says regulation 8(1) [9].",
    }),
  );
  const list = (...lines: readonly string[]) =>
    check(`${ours}\n### FINDINGS\n${lines.map((line) => `- ${line}`).join("\n")}\n\n---\n`);

  it("are no statements of it", () => {
    expect(list(told)).toEqual(check(ours));
    expect(list(told, told.replace("Error", "Warning"))).toEqual(check(ours));
  });

  it("hide no statement among them", () => {
    const statement = "The keeper must wear a hat within 48 hours (regulation 8(1)).";
    expect(list(told, statement).length).toBeGreaterThan(check(ours).length);
    expect(list(`Error (no-such-code): ${statement}`).length).toBeGreaterThan(check(ours).length);
  });
});

describe("the head of a report", () => {
  it("states nothing of the documents it lists", () => {
    const head = "Documents cited:\n- Guide: Guide to regulation 99(9), version 2.1\n\n";
    expect(check(`${head}${ours}`).length).toBe(check(ours).length);
    expect(check(`${head.replace("cited", "read")}${ours}`).length).toBeGreaterThan(
      check(ours).length,
    );
  });
});

describe("ways to cite", () => {
  const wrong = "A log of a wreck must be made within 48 hours";
  it.each([
    ["in brackets", `${wrong} (reg 4(2)).`],
    ["in the sentence", `Under regulation 4(2), a log of a wreck must be made within 48 hours.`],
    ["by file and page", `${wrong} (File: Lamp_House_Regulations.pdf, Page: 4).`],
    ["by a footnote", `${wrong}.[^1]\n\n[^1]: Lamp_House_Regulations.pdf, page 4`],
    ["by a numbered list", `${wrong} [1].\n\n## References\n\n1. Lamp_House_Regulations.pdf, p. 4`],
    ["on the label", `- **Wrecks (regulation 4(2)):** ${wrong}.`],
    ["in the paragraph", `${wrong}. All this is in regulation 4(2).`],
    ["in the line above the list", `What regulation 4(2) asks for:\n\n- ${wrong};\n- calm.`],
    ["in a table", `| What | Where |\n| --- | --- |\n| ${wrong} | regulation 4(2) |`],
    ["in a quoted block", `> ${wrong} (reg 4(2)).`],
  ])("%s", (_how, markdown) => {
    expect(check(markdown).map((found) => found.replace(/^\d+ /, ""))).toContain(
      "error number-not-in-source",
    );
  });

  it("nothing inside code, comments or front matter is read", () => {
    expect(
      check(
        `---\ntitle: x\n---\n<!-- ${wrong} (reg 4(2)). -->\n\`\`\`\n${wrong} (reg 4(2)).\n\`\`\`\n`,
      ),
    ).toEqual([]);
  });
});

const another = `## QUESTION
"Which policies must we have according to the statutory guidance?"

## RESPONSE
The following policies are essential:

* **Storm Policy:** While the regulations aren't provided here, the registered person should write a policy.
* **Pigeon Keeping:** A policy on the keeping of racing pigeons must be ready.

Beyond the statutory guidance, consider these additional policies:

* **Storm Drill Policy:** A policy that sets out drills for storms.

Staff must be able to reach the boathouse (1.1).

### SOURCES CONSULTED
- File: Lamp_House_Guide.pdf, Page: 3
- File: Lamp_House_Guide.pdf, Page: 3
- File: Gull Rock - Business Plan.pdf, Page: 2
- File: Harbour Homes - Business Plan.pdf, Page: 12
`;

describe("a report by someone else", () => {
  it("shows its faults, line by line", () => {
    expect(
      checkReport(readReport(another), library).map(
        ({ line, severity, code, message }) => `${line} ${severity} ${code}: ${message}`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "7 warning source-disclaimed: The report says that it was written without the text it goes by: “regulations aren't provided here”.",
        "7 error statement-uncited: Nothing is cited for “While the regulations aren't provided here, the registered person should write a policy.”; no source listed speaks of “storm”, “policy” and “write”.",
        "8 error statement-uncited: Nothing is cited for “A policy on the keeping of racing pigeons must be ready.”; no source listed speaks of “pigeon”, “policy” and “racing”.",
        "12 error required-called-optional: This is put outside what guidance asks for, but Regulations 4 is about it: “Storm drill policies and logs”.",
        "12 warning statement-uncited: Nothing is cited for “A policy that sets out drills for storms.”; no source listed speaks of “storm”, “drill” and “policy”.",
        "14 warning reference-ambiguous: paragraph 1.1 stands in the Guide more than once; 1.1 was taken, Annex A 1.1 may be meant.",
        "18 warning repeated-source: Lamp_House_Guide.pdf, page 3 is listed already on line 17.",
        "19 error own-document-as-authority: Gull Rock - Business Plan.pdf is the provider's own document, listed as if it had the standing of law and guidance.",
        "20 error document-not-in-library: Harbour Homes - Business Plan.pdf is not in the library, so nothing that rests on it can be checked.",
        "20 error own-document-as-authority: Harbour Homes - Business Plan.pdf is the provider's own document, listed as if it had the standing of law and guidance.",
      ]
    `);
  });

  it("is mended only where it is certain", () => {
    const markdown = `Wick rules stand in the Guide (page 4, paragraph 2.1) [3], the log in [1].

### Sources
- [1] File: Lamp_House_Guide.pdf, Page: 4 (paragraph 2.2)
- [2] File: Lamp_House_Regulations.pdf, Page: 4
- [3] File: Lamp_House_Regulations.pdf, Page: 4
- [4] File: Lamp_House_Regulations.pdf, Page: 2 (regulation 3(2))
`;
    const findings = checkReport(readReport(markdown), library);
    const { markdown: mended, fixed } = fixReport(markdown, findings);
    expect(mended).toMatchInlineSnapshot(`
      "Wick rules stand in the Guide (page 3, paragraph 2.1) [2], the log in [1].

      ### Sources
      - [1] File: Lamp_House_Guide.pdf, Page: 3 (paragraph 2.2)
      - [2] File: Lamp_House_Regulations.pdf, Page: 4
      - [4] File: Lamp_House_Regulations.pdf, Page: 2 (regulation 3(2))
      "
    `);
    expect(fixed.map(({ code }) => code)).toEqual([
      "page-paragraph-mismatch",
      "page-paragraph-mismatch",
      "repeated-source",
    ]);
    expect(fixReport(mended, checkReport(readReport(mended), library)).markdown).toBe(mended);
  });

  it("keeps its line ends and all it does not mend", () => {
    const markdown =
      "A line.\r\n\r\n### Sources\r\n- File: Lamp_House_Guide.pdf, Page: 3\r\n- File: Lamp_House_Guide.pdf, Page: 3\r\n";
    const findings = checkReport(readReport(markdown), library);
    expect(fixReport(markdown, findings).markdown).toBe(
      "A line.\r\n\r\n### Sources\r\n- File: Lamp_House_Guide.pdf, Page: 3\r\n",
    );
  });
});

describe("readReport", () => {
  it("gives statements with their lines, labels, leads and markers", () => {
    const markdown = `# Plan

Homes differ. Each must
have a log [2], it says [1, 3].

1. **Logs:** Written in ink.
   - Kept dry.
`;
    const [part] = readReport(markdown).parts;
    expect(
      part?.statements.map(({ line, kind, label, markers, text }) => [
        line,
        kind,
        label,
        markers.join(),
        text,
      ]),
    ).toEqual([
      [3, "statement", null, "2,1,3", "Homes differ."],
      [3, "requirement", null, "2,1,3", "Each must have a log, it says."],
      [6, "statement", "Logs", "", "Written in ink."],
      [7, "statement", null, "", "Kept dry."],
    ]);
  });

  it("copes with whatever it is given", () => {
    for (const text of [
      "",
      "\n\n",
      "---",
      "[1]",
      "## QUESTION",
      "| |\n|--|",
      "“".repeat(200),
      "[^1]:",
      "- ".repeat(300),
    ]) {
      expect(() => check(text)).not.toThrow();
    }
  });
});

describe("quotations", () => {
  it("may run from one page to the next, and may be the name of a heading", () => {
    const markdown = `“The log required by regulation 4(2) should be written in ink and read aloud to new staff. Staff should be able to reach warm clothing” [1][2] stands under “Fitness of keepers” [3].

### Sources
- [1] File: Lamp_House_Guide.pdf, Page: 3
- [2] File: Lamp_House_Guide.pdf, Page: 4
- [3] File: Lamp_House_Regulations.pdf, Page: 2
`;
    expect(check(markdown)).toEqual([]);
    expect(check(markdown.replace("warm clothing", "dry clothing"))).toContain(
      "1 error quote-not-on-page",
    );
  });
});
