import { describe, expect, it, vi } from "vitest";
import { extractXlsx } from "../../../src/extract/sheets/extract-xlsx.ts";
import { readZip, unpackEntry } from "../../../src/extract/office/read-zip.ts";
import { writeXlsx } from "../../../src/gap/write/write-xlsx.ts";
import { makeMatrix, makeRow, nastyTexts, place, rowsOfAllKinds } from "./made-matrix.ts";

const kind = { name: "Excel workbook", extension: ".xlsx" };
const matrix = makeMatrix(rowsOfAllKinds());

function partsOf(bytes: Uint8Array): Map<string, string> {
  const entries = readZip(bytes, kind);
  return new Map(
    entries.map((entry) => [entry.name, new TextDecoder().decode(unpackEntry(entry))]),
  );
}

function linesOf(bytes: Uint8Array): string[] {
  const { pages } = extractXlsx(bytes);
  return pages.flatMap(({ lines }) => lines.map(({ text }) => text));
}

describe("a gap matrix as a workbook", () => {
  it("is read back by charm with all that it holds", async () => {
    const lines = linesOf(await writeXlsx(matrix, null));
    const text = lines.join("\n");
    for (const sheet of ["Summary", "Requirements", "Contradictions", "Left blank"])
      expect(lines).toContain(sheet);
    expect(text).toContain("Gap matrix: Complaints");
    expect(text).toContain("homes/oak/scan.pdf: It is encrypted.");
    for (const { requirement, missing } of matrix.rows)
      for (const words of [requirement, missing ?? ""]) expect(text).toContain(words);
    expect(text).toContain(place.quote);
    expect(text).toContain("every 6 weeks (home.yaml)");
    expect(text).toContain("The nurse is TBC.");
  });

  it("has a frozen header with filters over all rows, and titles on each printed page", async () => {
    const voluntary = { ...matrix.summary, voluntary: true };
    const parts = partsOf(await writeXlsx({ ...matrix, summary: voluntary }, null));
    const sheet = parts.get("xl/worksheets/sheet2.xml") ?? "";
    expect(sheet).toContain('ySplit="1"');
    expect(sheet).toContain('activePane="bottomLeft" state="frozen"');
    const last = matrix.rows.length + 1;
    expect(sheet).toContain(`<autoFilter ref="A1:K${last}"/>`);
    const at = ["<sheetPr>", "<sheetViews", "<cols", "<sheetData", "<autoFilter", "<pageMargins"];
    const order = [...at, "<pageSetup", "<headerFooter>", "</worksheet>"].map((tag) =>
      sheet.indexOf(tag),
    );
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(parts.get("xl/workbook.xml")).toContain(
      `localSheetId="1" hidden="1">'Requirements'!$A$1:$K$${last}</definedName>`,
    );
    for (let i = 1; i <= 4; i += 1) {
      const own = parts.get(`xl/worksheets/sheet${i}.xml`) ?? "";
      expect(own).toMatch(/<oddHeader>&amp;LGap matrix: Complaints \(voluntary\)&amp;R/);
    }
  });

  it("holds no formula, and text as it is", async () => {
    const rows = nastyTexts.map((text, i) =>
      makeRow(`nasty-${i}`, { locator: text, document: "", page: null, missing: text }),
    );
    const bytes = await writeXlsx(makeMatrix(rows), null);
    const parts = partsOf(bytes);
    expect(parts.get("xl/worksheets/sheet2.xml")).not.toContain("<f>");
    const text = linesOf(bytes).join("\n");
    for (const at of [0, 1, 2, 3, 5, 7, 8, 10]) expect(text).toContain(nastyTexts[at]);
    expect(parts.get("xl/sharedStrings.xml")).toContain(nastyTexts[12]);
    expect(text).toContain("lone _x0041_");
    expect(text).toContain("redreversed");
  });

  it("keeps the head of a printed page to what Excel takes, and voluntary in it", async () => {
    const summary = { ...matrix.summary, voluntary: true, title: "R&D <lamps> ".repeat(40) };
    const parts = partsOf(await writeXlsx({ ...matrix, summary }, null));
    const [, head = ""] =
      /<oddHeader>(.*)<\/oddHeader>/.exec(parts.get("xl/worksheets/sheet1.xml") ?? "") ?? [];
    const text = head.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
    expect(text).toMatch(/^&LGap matrix: R&&D <lamps> .*… \(voluntary\)&RPage &P of &N$/);
    expect(text.length).toBeLessThanOrEqual(255);
  });

  it("makes room in a row for all lines of its text", async () => {
    const long = makeRow("long", { missing: "lamp ".repeat(100).trim() });
    const sheet = partsOf(await writeXlsx(makeMatrix([makeRow("short"), long]), null));
    const heights = sheet
      .get("xl/worksheets/sheet2.xml")
      ?.match(/(?<= ht=")[\d.]+/g)
      ?.map(Number);
    expect(heights).toEqual([15, 30, 15 * 15]);
  });

  it("cuts what no cell can hold, and says so", async () => {
    const long = makeRow("long", { requirement: "lamp ".repeat(10_000) });
    const strings = partsOf(await writeXlsx(makeMatrix([long]), null)).get("xl/sharedStrings.xml");
    const texts = strings?.match(/(?<=<t[^>]*>)[^<]*/g) ?? [];
    const longest = Math.max(...texts.map(({ length }) => length));
    expect(longest).toBe(32_767);
    expect(strings).toContain("(cut: a cell holds no more)");
  });

  it("is the same whatever the day, with 500 rows as well", async () => {
    const rows = Array.from({ length: 500 }, (_, i) => makeRow(`r${i}`, { locator: String(i) }));
    const big = makeMatrix(rows);
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-02-03T04:05:06Z") });
    const first = await writeXlsx(big, null);
    vi.setSystemTime(new Date("2042-11-12T13:14:15Z"));
    const second = await writeXlsx(big, null);
    vi.useRealTimers();
    expect(Buffer.compare(first, second)).toBe(0);
    expect(linesOf(first).filter((line) => line.includes("Regulations "))).toHaveLength(500);
  });
});
