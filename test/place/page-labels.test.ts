// Numbers printed on pages that are not those of the sheets: kept, told, and read back.
import { describe, expect, it } from "vitest";
import { collectLabels, labelField, sheetsLabelled } from "../../src/place/page-labels.ts";
import { findPlaces } from "../../src/references/find-places.ts";
import { createOutlineLibrary } from "../../src/references/create-library.ts";
import { parseReferences } from "../../src/references/parse-references.ts";
import { readSourceLine, writeSourceLine } from "../../src/text/report-frame.ts";

const labels = { 1: "i", 2: "ii", 3: "1", 4: "2", 5: "A-1" };

describe("printed page numbers", () => {
  it("are kept where they differ from the sheets'", () => {
    const pages = ["i", "2", "003", null, "A-1"].map((label, i) => ({ number: i + 1, label }));
    expect(collectLabels(pages)).toEqual({ 1: "i", 5: "A-1" });
    expect(collectLabels(pages.slice(1, 4))).toBeNull();
    expect(labelField(labels, 3)).toEqual({ pageLabel: "1" });
    expect(labelField(labels, 6)).toEqual({});
  });

  it("lead to their sheets, whatever capitals they are written in", () => {
    expect(sheetsLabelled(labels, "a-1")).toEqual([5]);
    expect(sheetsLabelled(labels, "9")).toEqual([]);
  });

  it("stand beside the sheet's number in a source line, which is read back", () => {
    const source = {
      file: "Log.pdf",
      page: 3,
      pageLabel: "1",
      section: null,
      places: "paragraph 2",
    };
    const line = writeSourceLine(source);
    expect(line).toBe("File: Log.pdf, Page: 3 (printed 1) (paragraph 2)");
    expect(readSourceLine(line)).toEqual(source);
  });
});

describe("references by printed page numbers", () => {
  const document = {
    documentId: "log",
    file: "Log.pdf",
    title: "Log",
    short: "Log",
    version: null,
    date: null,
    authority: "other" as const,
    field: false,
    url: null,
    pages: 5,
    pageLabels: labels,
    structureKind: "headed" as const,
  };
  const held = { library: createOutlineLibrary([document], []), document };
  const sheets = (address: string, to: string | null = null) =>
    findPlaces(held, { address, to }).map(({ places: [place] }) => [place?.page, place?.pageEnd]);

  it.each([
    ["page iv", "page/iv"],
    ["p. A-3", "page/A-3"],
    ["page 12", "page/12"],
  ])("are read: %s", (written, address) => {
    expect(parseReferences(written).flatMap(({ targets }) => targets)).toMatchObject([{ address }]);
  });

  it.each(["the page I wrote", "page A of the log", "page mill"])("are not: %s", (written) => {
    const addresses = parseReferences(written).flatMap(({ targets }) => targets);
    expect(addresses).toEqual([]);
  });

  it("mean the sheet, and the page with that number printed on it", () => {
    expect(sheets("page/ii")).toEqual([[2, 2]]);
    expect(sheets("page/A-1")).toEqual([[5, 5]]);
    expect(sheets("page/1")).toEqual([
      [1, 1],
      [3, 3],
    ]);
    expect(sheets("page/1", "page/2")).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(sheets("page/9")).toEqual([]);
  });
});
