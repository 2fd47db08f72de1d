import { Chalk } from "chalk";
import { describe, expect, it } from "vitest";
import { renderIndexSummary } from "../../src/cli/render-index-summary.ts";
import type { FileProblem } from "../../src/discover/list-files.ts";
import { readSources } from "../../src/discover/read-sources.ts";
import { renderSearch } from "../../src/cli/render-search.ts";
import type { Identity, IndexedDocument } from "../../src/use-cases/describe-indexed.ts";
import type { SearchResult } from "../../src/use-cases/search-library.ts";

const options = { width: 60, style: new Chalk({ level: 0 }) };

const file = (name: string, more: Partial<IndexedDocument> = {}): IndexedDocument => ({
  file: name,
  status: "added",
  pages: 12,
  passages: 1234,
  problems: [],
  identity: null,
  authorityDeclared: false,
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
        unread: [],
        problems: [
          {
            file: "sources.yaml",
            code: "declared-missing",
            message: "Line 3 describes a file that is not there.",
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

      note  sources.yaml: Line 3 describes a file that is not
            there.

      1 added, 1 updated, 1 removed, 1 unchanged, 1 failed.
      3 documents with 2,475 passages. Library 0123456789abcdef.
      "
    `);
  });

  it("says what of the library was read by OCR, and whether in this run", () => {
    const reading = (confidence: number) => ({ confidence, words: 100, unsure: 1 });
    const ocr = { reader: "made up", pages: { 1: reading(0.93), 4: reading(0.87) } };
    const scan = { ...file("a.pdf", { status: "unchanged" }), ocr };
    const outcome = { documents: [scan], unread: [], problems: [], fingerprint: "ab" };
    expect(renderIndexSummary(outcome, { ...options, width: 200 }, true)).toContain(
      "\n2 pages of 1 document read by OCR: 90% sure on average, 87% sure of the least sure page.\n",
    );
    expect(renderIndexSummary(outcome, { ...options, width: 200 })).toContain(
      "They are kept from an earlier run with --ocr.",
    );
    const none = { ...outcome, documents: [file("b.pdf")] };
    expect(renderIndexSummary(none, options, true)).toContain("No page needed OCR");
    expect(renderIndexSummary(none, options)).not.toContain("OCR");
  });

  it("says that there was nothing to do", () => {
    const text = renderIndexSummary(
      { documents: [], unread: [], problems: [], fingerprint: "ab" },
      options,
    );
    expect(text).toBe("Nothing to do.\n0 documents with 0 passages. Library ab.\n");
  });
});

describe("renderIndexSummary: what documents are taken for", () => {
  const take = (
    name: string,
    authority: Identity["authority"],
    more: Partial<Identity> = {},
    declared = false,
  ) =>
    file(name, {
      status: "unchanged",
      identity: {
        title: name,
        short: name.replace(/^.*\/|\.\w+$/g, ""),
        version: null,
        date: null,
        authority,
        sha256: "0123456789abcdef",
        ...more,
      },
      authorityDeclared: declared,
    });
  const print = (documents: IndexedDocument[], unread: FileProblem[] = []) =>
    renderIndexSummary({ documents, unread, problems: [], fingerprint: "ab" }, options);

  it("tells two files of one title and version apart by their bytes and dates", () => {
    const title = { title: "Working together", version: "2023" };
    const text = print([
      take("a.pdf", "statutory-guidance", { ...title, sha256: "aaaaaaaa11", date: "2023-12" }),
      take("b.pdf", "statutory-guidance", { ...title, sha256: "bbbbbbbb22" }),
      take("c.pdf", "statutory-guidance"),
    ]);
    expect(text).toContain("version 2023, as at 2023-12 [sha256 aaaaaaaa]");
    expect(text).toContain("[sha256 bbbbbbbb, no date]");
    expect(text.match(/sha256/g)).toHaveLength(2);
  });

  it("groups them, names what is not read, and says what to write where it cannot tell", () => {
    const text = print(
      [
        take("Lodge/Fire.docx", "other"),
        take("Lodge/Food.docx", "other", { version: "2", date: "2024-05" }),
        take("law/Rules.pdf", "legislation", { short: "Rules" }),
        take("mixed/Plan: new.md", "other"),
        take("mixed/Known.md", "other", {}, true),
        take("own/Pets.md", "own"),
      ],
      [
        {
          file: "own/Rota.numbers",
          code: "not-read",
          pages: [],
          message: "Files of the kind “.numbers” are not read.",
        },
      ],
    );
    expect(text).toMatchInlineSnapshot(`
      "Law
        law/Rules.pdf – Rules
      Your own documents
        own/Pets.md – Pets
      Other
        Lodge/Fire.docx – Fire
        Lodge/Food.docx – Food, version 2, as at 2024-05
        mixed/Plan: new.md – Plan: new
        mixed/Known.md – Known
      Not read
        own/Rota.numbers – Files of the kind “.numbers” are not
          read.

      charm cannot tell what these documents are, and takes them
      for “other”. If the words are your own, write in
      sources.yaml in the corpus folder:
      documents:
        - file: Lodge/
          authority: own
        - file: "mixed/Plan: new.md"
          authority: own
      Or authority: legislation, statutory-guidance, inspection,
      voluntary, other. A folder (own/) or a pattern (own/*.docx)
      holds for the files that come later too.

      6 unchanged.
      6 documents with 7,404 passages. Library ab.
      "
    `);
  });

  it("gives an example where it can tell of all, and counts what it does not name", () => {
    const many = Array.from({ length: 25 }, (_, at) => take(`own/${at}.md`, "own"));
    const text = print(many);
    expect(text).toContain("and 5 more");
    expect(text).toContain("for example:\ndocuments:\n  - file: own/0.md\n    authority: other\n");
  });

  it("writes YAML that is read back as the names it means", async () => {
    const names = ["a: b.md", "- c.md", "#d.md", "“e” [f].md"];
    const text = print(names.map((name) => take(name, "other")));
    const yaml = text.slice(text.indexOf("documents:"), text.indexOf("Or authority"));
    expect((await readSources(yaml, "sources.yaml")).map((entry) => entry.file)).toEqual(names);
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

it("marks results on pages that were read by OCR", () => {
  const result: SearchResult = {
    rank: 1,
    score: 0.5,
    file: "scan.pdf",
    page: 3,
    pageEnd: 3,
    ocr: { confidence: 0.914 },
    locator: null,
    section: "",
    text: "The lamp burns by night.",
  };
  expect(renderSearch([result], options)).toContain("scan.pdf  p. 3 (read by OCR, 91% sure)");
});
