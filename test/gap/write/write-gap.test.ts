import { marked } from "marked";
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { duties } from "../../../src/requirements/checklist.ts";
import { gapFormatOf, renderGap, writeGap } from "../../../src/gap/write/write-gap.ts";
import { measureText } from "../../../src/text/wrap.ts";
import { makeMatrix, makeRow, nastyTexts, place, rowsOfAllKinds } from "./made-matrix.ts";
import { readCsv } from "./read-csv.ts";

const all = { changes: null };
const matrix = makeMatrix(rowsOfAllKinds());
const nasty = makeMatrix(
  nastyTexts.map((text, i) =>
    makeRow(`nasty-${i}`, {
      requirement: text,
      asks: null,
      document: "",
      locator: text,
      verdict: "partly",
      why: "one-limb",
      missing: text,
      evidence: [{ file: text, section: text, page: null, quote: text }],
      condition: text,
      unread: [text],
      source: { title: text, body: text, date: "", where: text },
    }),
  ),
  { blanks: nastyTexts.map((text) => ({ ...place, blank: text, quote: text })) },
);
const columns = [
  "Requirement",
  "Place",
  "Duty",
  "Verdict",
  "Confidence",
  "Evidence",
  "Missing",
  "Why not applicable",
  "Action",
  "Owner",
  "By when",
];

async function textOf(...given: Parameters<typeof writeGap>): Promise<string> {
  const written = await writeGap(...given);
  return typeof written === "string" ? written : new TextDecoder().decode(written);
}

function tablesOf(markdown: string): string[][][] {
  const html = parse(marked.parse(markdown, { gfm: true, async: false }));
  return html.querySelectorAll("table").map((table) =>
    table.querySelectorAll("tr").map((row) =>
      row.querySelectorAll("th,td").map((cell) => {
        for (const br of cell.querySelectorAll("br")) br.replaceWith("\n");
        return cell.text;
      }),
    ),
  );
}

describe("a gap matrix as comma-separated values", () => {
  it("has must before should before voluntary, and what is not found first", async () => {
    const csv = await textOf(matrix, "csv", all);
    expect(csv.startsWith("\ufeffRequirement,")).toBe(true);
    const [head, ...rows] = readCsv(csv.slice(1));
    expect(head).toEqual(columns);
    const names = ["must", "should", "voluntary", "not a duty of the home", "self-assessment"];
    const verdicts = ["not found", "partly met", "met", "not applicable"];
    expect(rows.map((row) => [row[2], row[3]])).toEqual(
      names.flatMap((duty) => verdicts.map((verdict) => [duty, verdict])),
    );
    expect(rows.every((row) => row.slice(-3).join("") === "")).toBe(true);
    expect(rows[2]).toEqual([
      "A lamp for must-met.\n“The registered person must keep lamp must-met.”",
      "Regulations 39(3), page 45",
      "must",
      "met",
      "0.90",
      "“We tell the child what came of it within five days.” (homes/oak/complaints.docx, “Who is told”, page 3)",
      "",
      "",
      "",
      "",
      "",
    ]);
    expect(rows[3]?.[7]).toContain("a home that is registered as a school");
  });

  it("holds no formula, and parts no cell at marks of its own", async () => {
    const csv = await textOf(nasty, "csv", all);
    const rows = readCsv(csv.slice(1));
    expect(rows).toHaveLength(nastyTexts.length + 1);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@\uff1d]/);
    expect(rows[1]?.[1]).toBe(`'${nastyTexts[0]}, page 45`);
    expect(csv).not.toContain("\u001b");
  });

  it("says the word voluntary in each row of a set that binds nobody", async () => {
    const summary = { ...matrix.summary, voluntary: true };
    const [, ...rows] = readCsv((await textOf({ ...matrix, summary }, "csv", all)).slice(1));
    for (const row of rows) expect(row[2]).toContain("voluntary");
    expect(rows.map((row) => row[2])).toContain("self-assessment (voluntary)");
  });

  it("does not say that nothing was found where something was not read", async () => {
    const row = makeRow("a", {
      verdict: "not_found",
      why: "unread",
      evidence: [],
      missing: "A lamp.",
      unread: ["scan.pdf: It is encrypted."],
      near: [place],
      conflicts: [0],
    });
    const [, cells = []] = readCsv((await textOf(makeMatrix([row]), "csv", all)).slice(1));
    expect(cells[3]).toBe("not found in what was read");
    expect(cells[5]).toMatch(/^Near, and no evidence: “We tell/);
    expect(cells[6]).toBe(
      "A lamp.\nA file could not be read.\nNot read: scan.pdf: It is encrypted.\nSee contradiction 1.",
    );
  });

  it("names the source of what the library does not hold, once and without quotation marks", async () => {
    const source = { title: "Charter", body: "A body", date: "2021", where: "its site" };
    const text = "Staff are asked how they are.";
    const row = makeRow("o1", { source, page: null, requirement: text, asks: text });
    const [, cells = []] = readCsv((await textOf(makeMatrix([row]), "csv", all)).slice(1));
    expect(cells[0]).toBe(`${text}\n(not in the library: Charter; A body; 2021)`);
    expect(cells[1]).toBe("Regulations 39(3)");
    const markdown = await textOf(makeMatrix([row, { ...row, id: "o2" }]), "md", all);
    expect(markdown.match(/^- Charter; A body; 2021; its site$/gm)).toHaveLength(1);
  });
});

describe("a gap matrix as Markdown", () => {
  it("has a first page with counts, then a table for each duty", async () => {
    const markdown = await textOf(matrix, "md", all);
    expect(markdown).toMatch(/^# Gap matrix: Complaints\n/);
    const [counts, documents, ...tables] = tablesOf(markdown);
    expect(counts?.[1]).toEqual(["must", "1", "1", "1", "1"]);
    expect(documents?.slice(1)).toEqual([
      ["homes/oak/complaints.docx", "3", "2", "1", "1"],
      ["homes/oak/scan.pdf", "3", "2", "1", "1"],
    ]);
    expect(tables).toHaveLength(duties.length);
    for (const table of tables) expect(table[0]).toEqual(columns);
    expect(markdown).toContain("- homes/oak/scan.pdf: It is encrypted.");
    expect(markdown).toContain(
      "**Contradiction 1: How often the manager supervises staff**\n" +
        "- every month: “Staff are supervised every month.” (homes/oak/complaints.docx, “Who is told”, page 3)\n" +
        "- every 6 weeks (home.yaml)",
    );
    expect(markdown).toContain("- TBC: “The nurse is TBC.” (homes/oak/complaints.docx");
  });

  it("shows every character of what documents say, and renders none of it", async () => {
    const markdown = await textOf(nasty, "md", all);
    const html = marked.parse(markdown, { gfm: true, async: false });
    expect(html).not.toMatch(/<(?:script|a|code|em|b|img|del)\b/);
    const rows = tablesOf(markdown)[2] ?? [];
    expect(rows).toHaveLength(nastyTexts.length + 1);
    const missing = rows.slice(1).map((row) => row[6]?.split("\n")[0]);
    expect(missing[0]).toBe(nastyTexts[0]);
    expect(missing[1]).toBe(nastyTexts[1]);
    expect(missing[6]).toBe("# No heading - no item");
    expect(missing[7]).toBe(nastyTexts[7]);
    expect(missing[8]).toBe(nastyTexts[8]);
    expect(missing[9]).toBe("redreversed");
  });

  it("says voluntary in the title, in front, over each table and in each row", async () => {
    const rows = rowsOfAllKinds().filter(({ duty }) => duty !== "must" && duty !== "should");
    const made = makeMatrix(rows);
    const summary = { ...made.summary, voluntary: true };
    const markdown = await textOf({ ...made, summary }, "md", all);
    expect(markdown).toMatch(/^# Gap matrix: Complaints \(voluntary\)\n\n\*\*Voluntary: /);
    const headings = markdown.match(/^## (?:Voluntary|Not a duty|Self).*$/gm) ?? [];
    expect(headings).toHaveLength(3);
    for (const heading of headings) expect(heading).toMatch(/voluntary/i);
    for (const row of tablesOf(markdown)
      .slice(2)
      .flatMap(([, ...own]) => own))
      expect(row[2]).toMatch(/voluntary/);
  });

  it("says so where nothing contradicts and nothing is blank, and where there is no row", async () => {
    const markdown = await textOf(makeMatrix([], { conflicts: [], blanks: [] }), "md", all);
    expect(markdown.match(/None was found\./g)).toHaveLength(2);
    expect(markdown).toContain("0 contradictions, 0 blanks.");
  });
});

describe("a gap matrix in a terminal", () => {
  const plain = (width: number) => ({ width, paint: (text: string) => text });

  it.each([40, 41, 60, 80, 120, 200])("keeps to %i columns and loses no word", (width) => {
    const shown = renderGap(matrix, plain(width), all);
    for (const line of shown.split("\n")) expect(measureText(line)).toBeLessThanOrEqual(width);
    const words = shown.replaceAll(/\s+/g, " ");
    for (const { id, missing } of matrix.rows) {
      expect(words).toContain(`The registered person must keep lamp ${id}.`);
      expect(words).toContain(missing === null ? "" : `Missing: ${missing}`);
    }
    expect(words.match(/Verdict: not found/g)).toHaveLength(duties.length);
    expect(words).not.toContain("Owner:");
  });

  it("puts counts side by side where they fit", () => {
    expect(renderGap(matrix, plain(100), all)).toMatch(
      /Duty {20}Not found {2}Partly met {2}Met {2}Not applicable\nmust {20}1 {10}1/,
    );
  });

  it("tells all of it without colours, and passes on nothing that steers", () => {
    const seen: string[] = [];
    const paint = (text: string, style: string) => {
      seen.push(style);
      return `<${style}>${text}</${style}>`;
    };
    const painted = renderGap(nasty, { width: 80, paint }, all);
    expect(painted.replaceAll(/<\/?(?:plain|strong|title|heading)>/g, "")).toBe(
      renderGap(nasty, plain(80), all),
    );
    expect(seen.length).toBeGreaterThan(0);
    // oxlint-disable-next-line no-control-regex -- control characters are what it is about
    expect(painted).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});

describe("a gap matrix as JSON", () => {
  it("is the matrix, with rows in the order of the set", async () => {
    expect(JSON.parse(await textOf(matrix, "json", all))).toEqual(matrix);
  });

  it("holds nothing that steers a terminal", async () => {
    const json = await textOf(nasty, "json", all);
    expect(json).not.toContain("\u001b");
    expect(JSON.parse(json).rows[9].missing).toBe(nastyTexts[9]);
  });
});

describe("any form of a gap matrix", () => {
  it.each(["md", "csv", "xlsx", "docx", "html", "json"] as const)(
    "is the same twice: %s",
    async (format) => {
      expect(await writeGap(nasty, format, all)).toEqual(await writeGap(nasty, format, all));
    },
  );

  it("is told by the name of the file", () => {
    const files = ["a.md", "b/GAP.XLSX", "c.csv", "d.json", "e.docx", "f.HTM"];
    expect(files.map(gapFormatOf)).toEqual(["md", "xlsx", "csv", "json", "docx", "html"]);
    expect(() => gapFormatOf("gap.odt")).toThrow(
      expect.objectContaining({
        code: "output-format",
        message: expect.stringContaining("gap.odt"),
      }),
    );
    expect(() => gapFormatOf("gap")).toThrow(/cannot be written to gap\./);
  });
});
