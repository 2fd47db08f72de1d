import { Chalk } from "chalk";
import { describe, expect, it } from "vitest";
import { renderIndexSummary } from "../../src/cli/render-index-summary.ts";
import { renderSearch } from "../../src/cli/render-search.ts";
import type { IndexedFile } from "../../src/use-cases/events.ts";
import type { SearchResult } from "../../src/use-cases/search-library.ts";

const options = { width: 60, style: new Chalk({ level: 0 }) };

const file = (name: string, more: Partial<IndexedFile> = {}): IndexedFile => ({
  file: name,
  status: "added",
  pages: 12,
  passages: 1234,
  problems: [],
  ...more,
});

describe("renderIndexSummary", () => {
  it("lists what changed, what is wrong with which file, and the totals", () => {
    const text = renderIndexSummary(
      {
        documents: [
          file("a.pdf", {
            problems: [
              { code: "pages-without-text", pages: [3, 4], message: "These pages have no text." },
            ],
          }),
          file("b.pdf", {
            status: "failed",
            pages: null,
            passages: 0,
            problems: [
              {
                code: "encrypted",
                pages: [],
                message: "It needs a password. Save a copy without one and put that in its place.",
              },
            ],
          }),
          file("c.md", { status: "updated", pages: null, passages: 7 }),
          file("d.pdf", { status: "unchanged" }),
          file("e\u001B[2J.pdf", { status: "removed", pages: null, passages: 0 }),
        ],
        problems: [
          {
            code: "declared-missing",
            message: "Line 3 of sources.yaml describes a file that is not there.",
          },
        ],
        fingerprint: "0123456789abcdef0123",
      },
      options,
    );
    expect(text).toMatchInlineSnapshot(`
      "status    pages  passages  file
      added        12     1,234  a.pdf
      updated       –         7  c.md
      removed       –         0  e.pdf

      note  a.pdf
          These pages have no text (pages 3–4).

      failed  b.pdf
          It needs a password. Save a copy without one and put
          that in its place.

      note  Line 3 of sources.yaml describes a file that is not
            there.

      1 added, 1 updated, 1 removed, 1 unchanged, 1 failed.
      3 documents with 2,475 passages. Library 0123456789abcdef.
      "
    `);
  });

  it("says that there was nothing to do", () => {
    const text = renderIndexSummary({ documents: [], problems: [], fingerprint: "ab" }, options);
    expect(text).toBe("Nothing to do.\n0 documents with 0 passages. Library ab.\n");
  });
});

describe("renderSearch", () => {
  const result: SearchResult = {
    rank: 1,
    score: 0.8312,
    file: "House rules.pdf",
    page: 3,
    pageEnd: 3,
    locator: "2.1",
    section: "House rules › Visits",
    text: "2.1 A visitor signs the book.\nThe book stands by the door, and whoever is on duty looks at it in the evening and signs it too, so that nobody is in the house without somebody knowing of it, least of all at night. And so on.",
  };

  it("shows place, headings and the beginning of each passage", () => {
    const markdown = {
      ...result,
      rank: 2,
      file: "n.md",
      page: null,
      pageEnd: null,
      locator: null,
      text: "Short.",
      section: "",
    };
    expect(renderSearch([result, markdown], options)).toMatchInlineSnapshot(`
      " 1. House rules.pdf  p. 3  2.1  0.83
          House rules › Visits
          2.1 A visitor signs the book. The book stands by the
          door, and whoever is on duty looks at it in the
          evening and signs it too, so that nobody is in the
          house without somebody knowing of it, least of all at …

       2. n.md  0.83
          Short.
      "
    `);
  });

  it("tells places that say the same, and how a score came about", () => {
    const also = [
      { file: "Plan.pdf", page: 9, locator: "3.4" },
      { file: "n.md", page: null, locator: null },
    ];
    const explanation = [
      { signal: "named" as const, value: 1, weight: null },
      { signal: "vector" as const, value: 0.6213, weight: 0.5 },
    ];
    const text = renderSearch([{ ...result, text: "Short.", also, explanation }], options);
    expect(text).toMatchInlineSnapshot(`
      " 1. House rules.pdf  p. 3  2.1  0.83
          House rules › Visits
          Short.
          also in Plan.pdf, p. 9, 3.4; n.md
          named         1.000 not weighed
          vector        0.621 × 0.500 = 0.311
      "
    `);
  });
});
